"""Small components of our own, where Streamlit has none. All text reaches the page as text nodes."""
