"""The few lines of CSS that the theme cannot say: the menu row, tighter tops, readable widths."""

from __future__ import annotations

import streamlit as st

_CSS = """<style>
/* the menu stands where Streamlit keeps an empty header */
[data-testid="stHeader"], [data-testid="stHeader"] * { background: transparent; pointer-events: none; }
[data-testid="stHeader"] :is(button, a), [data-testid="stHeader"] :is(button, a) * { pointer-events: auto; }
.stMainBlockContainer { padding-top: 0.9rem; max-width: 86rem; }
.st-key-menu {
  border-bottom: 1px solid var(--st-border-color, rgba(128,128,128,.35)); padding-right: 3rem; gap: 0.25rem 0.6rem;
}
/* headings stand near what they head */
[data-testid="stMain"] h1 { padding: 0.7rem 0 0; }
[data-testid="stMain"] h3 { padding: 0.3rem 0 0; }
[data-testid="stHeading"] [data-testid="stMarkdownContainer"] { margin-bottom: 0; }
.st-key-menu p { white-space: nowrap; }
.st-key-menu strong { font-weight: 700; }
[data-testid="stSidebarHeader"] { height: 2.2rem; margin-bottom: 0; padding-bottom: 0; }
[data-testid="stSidebarUserContent"] { padding-top: 0; }
/* two whole days stand in the field, with the cross that clears them */
[data-testid="stSidebar"] [data-testid="stDateInputFieldsScroller"] { padding-left: 0.4rem; }
[data-testid="stSidebar"] [data-testid="stDateInputFieldsScroller"] * { font-size: 0.8rem; }
/* a search box keeps its room where buttons stand beside it */
.st-key-search-box > :has(.stTextInput) { min-width: min(100%, 20rem); }
@media (max-width: 640px) {
  .stMainBlockContainer { padding: 3.2rem 1rem 4rem; }
  .st-key-menu { flex-wrap: nowrap; overflow-x: auto; scrollbar-width: none; padding-right: 0; }
  /* the page that is open is in sight, however far the row is scrolled */
  .st-key-menu > :has(strong) {
    position: sticky; left: 0; right: 0; z-index: 1; background: var(--st-background-color, Canvas);
  }
}
</style>"""


def draw() -> None:
    """Put the style into the page."""
    st.html(_CSS)
