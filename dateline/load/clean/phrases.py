# ruff: noqa: E501 (a table: one language a line)
"""The words of furniture: what stands around articles on news pages, in the languages whose sites are common.

Phrases are compared casefolded, without the signs and digits at their ends. ``WHOLE``: the block is nothing else.
``START``: the block begins so. ``INSIDE``: the block holds it. The key is the reason that a reader sees at the cut.
"""

from __future__ import annotations


def _split(text: str) -> frozenset[str]:
    # a blank at the end of a phrase means that the word ends there
    return frozenset(p.lstrip() for p in text.replace("\n", ";").split(";") if p.strip())


WHOLE: dict[str, frozenset[str]] = {
    "advertisement": _split("""
        advertisement; advert; ad; ads; advertising; sponsored; sponsored content; promoted; promotion; paid content
        story continues below; story continues below advertisement; article continues below; content continues below
        continue reading below; scroll to continue; article continues after ad; skip advertisement; supported by
        anzeige; werbung; publicité; publicite; annonce; publicidad; anuncio; publicidade; anúncio; pubblicità
        advertentie; reclame; annons; reklame; reklam; mainos; auglýsing; reklama; ogłoszenie; inzerce; hirdetés
        publicitate; oglas; реклама; διαφήμιση; iklan; quảng cáo; إعلان; اعلان; آگهی; פרסומת; विज्ञापन; โฆษณา; pr; 広告
        광고; 广告; 廣告; tangazo; ilan; advertorial; patrocinado; gesponsert
        """),
    "share and follow": _split("""
        share; share this; share article; share this article; share this story; share story; shares; facebook; twitter
        x; whatsapp; linkedin; pinterest; reddit; telegram; tumblr; email; e-mail; mail; print; flipboard; messenger
        copy link; copy url; link copied; copy; link; tweet; pin it; pin; save; save article; bookmark; gift; gift article
        comment; comments; view comments; leave a comment; post a comment; add a comment; show comments; like; follow
        follow us; follow us on; instagram; youtube; tiktok; threads; bluesky; rss; google news; snapchat; viber; vk; ok
        listen; listen to this article; listen to article; play; play audio; audio; video; watch; text size; font size
        teilen; merken; drucken; artikel teilen; link kopieren; kommentare; kommentieren; anhören; artikel anhören; folgen
        vorlesen; artikel vorlesen; hören; feedback; speichern; mailen; per mail; schließen; kommentar; zur merkliste
        partager; imprimer; commenter; commentaires; enregistrer; écouter; suivre; copier le lien; réagir; offrir
        compartir; imprimir; guardar; comentar; comentarios; escuchar; copiar enlace; seguir; enviar; comparte; síguenos
        compartilhar; compartilhe; partilhar; ouvir; salvar; comentários; condividi; stampa; ascolta; commenta; commenti
        segui; salva; delen; deel; dela; del; del artikel; del på facebook; lyssna; lytt; kopier lenke; jaa; tulosta
        udostępnij; drukuj; komentarze; skomentuj; sdílet; megosztás; distribuie; podijeli; поделиться; комментарии
        комментировать; распечатать; поширити; коментарі; κοινοποίηση; paylaş; yazdır; yorumlar; yorum yap; dinle; bagikan
        chia sẻ; bình luận; lưu; مشاركة; شارك; طباعة; تعليقات; اشتراک; שתף; שיתוף; הדפסה; 共有; シェア; 印刷; 印刷する
        シェアする; ポスト; ブックマーク; コメント; 공유; 공유하기; 댓글; 인쇄; 스크랩; 글자크기; 프린트; url복사; 分享; 评论; 打印; 收藏
        """),
    "menu": _split("""
        home; news; latest; latest news; world; politics; business; opinion; sport; sports; culture; entertainment
        technology; tech; science; health; lifestyle; travel; weather; videos; podcasts; newsletters; newsletter; search
        menu; close; open menu; skip to content; skip to main content; skip to navigation; skip navigation; login; log in
        sign in; sign up; sign out; log out; register; subscribe; subscribe now; my account; account; profile; settings
        about; about us; contact; contact us; privacy; privacy policy; terms; terms of use; terms of service; terms and conditions
        advertise; advertise with us; careers; jobs; help; faq; sitemap; site map; accessibility; cookie policy
        cookie settings; manage cookies; do not sell my personal information; more; see more; show more; load more; view more
        view all; see all; next; previous; prev; back; back to top; back; read more; live; breaking; breaking news; top; image
        trending; trending now; navigation; breadcrumb; sections; topics; tags; edition; photo; photos; gallery; editors' picks
        loading; donate; support us; become a member; e-paper; epaper; archive; close menu; skip ad; previous article
        next article; expand; collapse; show all; download; download app; get the app; notifications; more stories
        startseite; suche; menü; anmelden; abmelden; abo; abonnieren; impressum; datenschutz; kontakt; hilfe; mehr; weiter; zurück
        nachrichten; politik; wirtschaft; kultur; wissen; gesellschaft; registrieren; alle anzeigen; zum inhalt springen; inhalt
        zur startseite; mehr anzeigen; nächster artikel; vorheriger artikel; bild; agb; navigation überspringen; alle artikel
        accueil; rechercher; recherche; connexion; se connecter; s'abonner; abonnez-vous; mentions légales; suivant; précédent
        inicio; portada; buscar; iniciar sesión; suscríbete; suscribirse; aviso legal; siguiente; anterior; ver más; cerrar
        entrar; assine; início; busca; accedi; abbonati; cerca; chiudi; altro; zoeken; inloggen; meer; sluiten; sök; logga in; stäng
        søk; logg inn; lukk; szukaj; zaloguj; więcej; hledat; přihlásit; keresés; поиск; войти; главная; новости; пошук; увійти
        ara; giriş; giriş yap; üye ol; ana sayfa; kapat; cari; masuk; beranda; tìm kiếm; đăng nhập; trang chủ; بحث; الرئيسية
        تسجيل الدخول; חיפוש; ホーム; 検索; ログイン; メニュー; 閉じる; 홈; 검색; 로그인; 메뉴; 닫기; 首页; 搜索; 登录; 目录
        """),
    "picture": _split("""
        image; photo; picture; open image in gallery; view gallery; view image; enlarge; enlarge image; view full size; toggle caption
        bild; bild vergrößern; bild in lightbox öffnen; in galerie öffnen; image 1 of; click to enlarge; expand image; full screen; fullscreen
        agrandir l'image; voir l'image; ampliar imagen; ampliar; ingrandisci; foto; fotos; 이미지 확대보기; 이미지 확대; 사진 확대; 画像を拡大する; 拡大する; 写真
        """),
    "label": _split("""
        exclusive; analysis; explainer; fact check; live updates; premium; members only; subscriber only; subscribers only; opinion
        min read; minute read; minutes read; mins read; read time; reading time; updated; published; by; editor's note
        powered by; source; sources; from; staff; staff writer; staff reporter; guest post; correspondent; reporter; journalist
        lesezeit; minuten lesezeit; min lesezeit; plus; von; quelle; redaktion; stand; exklusiv
        temps de lecture; réservé aux abonnés; tiempo de lectura; tempo di lettura; leestijd; mises à jour; read
        有料記事; 有料会員記事; 会員限定; 기자; 단독; box aufklappen; box zuklappen; box aufklappen box zuklappen
        """),
}

# headings of what follows an article; the same words before it mean nothing
TAIL: dict[str, frozenset[str]] = {
    "related links": _split("""
        related; related articles; related stories; related news; related content; related topics; related posts
        related coverage; related links; related reading; related video; related videos; read next; up next; next up
        recommended; recommended for you; recommended stories; recommended reading; recommended articles
        more stories; more news; more like this; more on this; more on this story; more on this topic; more from us
        more from; more to explore; more to read; more to discover; more coverage; more headlines; further reading
        you may also like; you might also like; you may like; you might be interested in; you may be interested in; see also
        also read; read also; also on; keep reading; more for you; in this story; from around the web; around the web
        from the web; sponsored stories; promoted stories; paid partner content; we recommend; don't miss; must read
        what to read next; what to watch; what you need to know; elsewhere; other news; other stories; similar posts
        similar articles; suggested; suggested reading; discover more; explore more; latest in; stories for you
        read more on; read more about; read more on these topics; read more on these related topics; read more news
        mehr zum thema; mehr zum thema; lesen sie auch; auch interessant; das könnte sie auch interessieren; weitere artikel
        weitere themen; weitere nachrichten; mehr aus; weiterführende links; verwandte themen; ähnliche artikel; weiterlesen
        das könnte dich auch interessieren; mehr dazu; mehr lesen; passend zum thema; lesetipps; empfehlungen; weitere meldungen
        neueste artikel; mehr aus dem ressort; empfohlene artikel; meistgelesene artikel; weitere beiträge; mehr von
        à lire aussi; lire aussi; sur le même sujet; à lire également; articles liés; voir aussi; dans la même rubrique
        pour aller plus loin; nos derniers articles; à voir aussi; plus d'articles
        lee también; te puede interesar; noticias relacionadas; más noticias; más sobre; relacionado; relacionados; artículos relacionados
        también te puede interesar; más información; otras noticias; ver también; leer más; en portada; le puede interesar
        leia também; leia mais; veja também; notícias relacionadas; saiba mais; mais lidas
        leggi anche; articoli correlati; potrebbe interessarti; ti potrebbe interessare; notizie correlate; altri articoli; vedi anche
        lees ook; lees meer; meer nieuws; meer over; ook interessant; gerelateerd; gerelateerde artikelen
        läs mer; läs också; mer om; relaterat; les også; les mer; flere saker; læs også; relaterede artikler; lue myös; lesa meira; meira
        czytaj także; czytaj też; czytaj więcej; zobacz też; zobacz także; polecane; podobne artykuły; čtěte také; související
        kapcsolódó cikkek; citește și; pročitajte i; povezane vijesti; читайте также; читайте ещё; по теме; похожие статьи
        материалы по теме; другие новости; читайте також; схожі новини; прочетете още; διαβάστε επίσης; σχετικά άρθρα
        ilgili haberler; benzer haberler; bunlar da ilginizi çekebilir; diğer haberler; son haberler; baca juga; berita terkait; artikel terkait
        tin liên quan; xem thêm; bài liên quan; tin cùng chuyên mục; اقرأ أيضا; اقرأ أيضًا; إقرأ أيضا; مواضيع ذات صلة; أخبار ذات صلة; شاهد أيضا
        بیشتر بخوانید; מאמרים נוספים; כתבות נוספות; कृपया यह भी पढ़ें; यह भी पढ़ें; संबंधित खबरें
        関連記事; 関連ニュース; あわせて読みたい; おすすめ記事; おすすめ; 관련기사; 관련 기사; 추천기사; 주요뉴스; 相关新闻; 相关阅读; 推荐阅读; 延伸閱讀; 相關新聞
        soma zaidi; habari zinazohusiana; lees ook
        """),
    "most read": _split("""
        most read; most popular; most viewed; most shared; most commented; popular; popular now; popular stories; popular posts
        trending; trending now; trending stories; trending news; top stories; top news; top headlines; latest; latest news
        latest stories; latest headlines; latest posts; latest articles; latest videos; recent posts; recent stories; just in
        just posted; in the news; today's top stories; editor's choice; editor's picks; editors' picks; editors picks; breaking news
        featured; featured stories; highlights; the latest; more top stories; new on; our picks; hot topics; what's hot
        meistgelesen; meist gelesen; am häufigsten gelesen; beliebt; meistgeklickt; topthemen; top-themen; aktuelles; neueste nachrichten
        die neuesten artikel; aktuelle nachrichten; jetzt beliebt; top-artikel; das wichtigste; meistkommentiert
        les plus lus; les plus lues; les plus consultés; à la une; en direct; le fil info; dernières actualités
        lo más leído; lo más visto; más leídas; más leídos; lo último; últimas noticias; destacados; mais lidas; últimas notícias; destaques
        più letti; i più letti; le più lette; ultime notizie; in evidenza; meest gelezen; laatste nieuws; mest läst; mest lest
        mest læst; senaste nytt; siste nytt; luetuimmat; nýjast; mest lesið; najczęściej czytane; popularne; najnowsze; nejčtenější
        legolvasottabb; cele mai citite; najčitanije; самое читаемое; популярное; последние новости; главное; новости партнеров
        останні новини; популярне; δημοφιλή; en çok okunanlar; çok okunanlar; son dakika; terpopuler; berita terpopuler; đọc nhiều; tin mới
        الأكثر قراءة; الأكثر مشاهدة; آخر الأخبار; پربازدیدترین; アクセスランキング; ランキング; 人気記事; 最新記事; 新着記事; 많이 본 뉴스; 인기기사
        가장 많이 본; 최신뉴스; 热门; 热门新闻; 最新新闻; 排行榜; habari mpya
        """),
    "comments": _split("""
        comments; comment; leave a comment; leave a reply; leave a reply cancel reply; post a comment; add a comment
        join the conversation; join the discussion; view comments; show comments; have your say; what do you think
        discussion; reader comments; responses; one comment; no comments; conversation; comments are closed; cancel reply
        kommentare; diskutieren sie mit; kommentar schreiben; mitdiskutieren; kommentar verfassen; diskussion; leserkommentare
        commentaires; réagir; laisser un commentaire; vos réactions; comentarios; deja un comentario; deja una respuesta
        comentários; deixe um comentário; commenti; lascia un commento; reacties; reageer; kommentarer; kommentit; komentarze
        komentáře; hozzászólások; comentarii; komentari; комментарии; оставить комментарий; коментарі; yorumlar; yorum yaz; komentar
        bình luận; ý kiến bạn đọc; ý kiến; التعليقات; اترك تعليقا; تعليقات; נתבו תגובה; תגובות; コメント; 댓글; 评论; 网友评论
        """),
    "about the author": _split("""
        über die autoren; meet the author; about our;about the author; about the authors; about the writer; about author; the author; author; more from this author
        über den autor; über die autorin; zum autor; zur autorin; zur person; à propos de l'auteur; sobre el autor; sobre o autor
        l'autore; over de auteur; om författaren; o autorze; об авторе; عن الكاتب; この記事を書いた人; 기자의 다른 기사
        """),
    "newsletter and subscription": _split("""
        sign up for our newsletter; subscribe to our newsletter; newsletter; newsletters; get our newsletter; stay informed; sign up
        get the latest news; subscribe today; subscribe now; support independent journalism; support our journalism; support us
        follow us; follow us on; stay connected; download our app; contact us; get in touch; email sign up; newsletter signup
        newsletter abonnieren; newsletter-anmeldung; jetzt abonnieren; inscrivez-vous à la newsletter; suscríbete; suscríbete a nuestra newsletter
        iscriviti alla newsletter; meld je aan; подписывайтесь; подписаться; newsletter-ul; ücretsiz abone ol
        """),
    "topics": _split("""
        topics; tags; tag; filed under; more on; in this article; topics in this article; related tags; keywords; categories; posted in
        explore topics; themen; schlagwörter; stichwörter; schlagworte; thèmes; sujets; mots clés; temas; etiquetas; archivado en; argomenti
        onderwerpen; ämnen; tagi; témata; címkék; etichete; теги; темы; ключевые слова; etiketler; tag terkait; chủ đề; الكلمات المفتاحية; كلمات مفتاحية
        キーワード; トピックス; 태그; 标签; 關鍵字
        """),
}

# "Share on Facebook", "Photo: …": the block begins so
START: dict[str, frozenset[str]] = {
    "share and follow": _split("""
        share or comment;share on ;share to ;share this ;share via ;follow us ;follow @;tweet this;like us on;join us on;click to share;copy link
        send this ;click to email;click to print;share full article;add as a preferred source;make us preferred;follow our ;join our whatsapp
        auf facebook ;auf x teilen;auf twitter ;per whatsapp ;per e-mail ;folgen sie uns;folge uns;jetzt teilen;partager sur;partagez
        suivez-nous;compartir en;síguenos en;sigue en ;únete a ;condividi su;seguici su;deel op ;deel dit ;del på ;поделиться в;
        подписывайтесь на;следите за ;bizi takip ;paylaş ;bagikan ke ;ikuti kami;theo dõi ;تابعنا على;شارك على;tilføj som ;
        facebookで;xで;lineで;はてな;twitterで;x로;페이스북;카카오
        """),
    "read more": _split("""
        read more;read also;also read;read next;read:;read :;more:;related:;related :;see also;see:;watch:;watch |;don't miss;must read;recommended:;also see
        continue reading;keep reading;click here;learn more;find out more;see more;full story;full coverage;more on this;in pictures:;listen:;up next:
        for more on ;to read more;for all the latest;for the latest ;get the latest ;here's more;join our ;more from ;more about ;more on ;read the latest
        lesen sie auch;lesen sie hier;lesen sie mehr;lesen sie dazu;lesetipp;mehr dazu;mehr zum;auch interessant;auch spannend;lies auch;mehr lesen;weiterlesen;zum thema:
        hintergrund:;video:;siehe auch;hier geht es zu;alle news ;alle infos ;hinweis auf einen verwandten;mehr über ;passend dazu;das könnte
        lire aussi;à lire aussi;à lire:;lire la suite;voir aussi;lee también;lea también;leer también;leer más;te puede interesar;más información:;ver también;lea más
        leia também;leia mais;saiba mais;veja também;leggi anche;leggi tutto;approfondisci;lees ook;lees meer;lees verder;bekijk ook
        läs också;läs även;läs mer;les også;les mer;læs også;læs mere;lue myös;lue lisää;czytaj także;czytaj też;czytaj więcej;zobacz też;zobacz także;čtěte také;citește și
        читайте также;читайте:;читайте по теме;подробнее;смотрите также;читайте також;прочетете още;διαβάστε επίσης;διαβάστε ακόμα;frétt af
        ayrıca bakınız;baca juga;baca:;selengkapnya;simak juga;xem thêm;đọc thêm;اقرأ أيض;إقرأ أيض;اقرأ المزيد;بیشتر بخوانید;קראו גם;यह भी पढ़
        【関連;関連記事;続きを読む;【あわせて;▶;►;→;>>;»;관련기사;[관련;▶ 관련;相关阅读;[關聯;☞
        """),
    "caption": _split("""
        photo:;photo by;photo :;photograph:;photos:;image:;image :;image credit;image source;picture:;pictured:;credit:;caption:;file photo;image by;photo courtesy
        picture credit;photo credit;above:;illustration:;getty images;getty;reuters/;ap photo;afp photo;pool photo;a file photo;screenshot:;video:;video by
        media caption;image caption;figure ;fig. ;chart:;map:;enlarge;open image;view image;click to enlarge;credits:;screengrab;view gallery;representational image;representative image
        foto:;foto ;bild:;bildquelle;bildnachweis;quelle:;symbolbild;legende:;archivfoto;archivbild;© ;(c) ;grafik:;imago;bildunterschrift;bild vergrößern;bild:
        crédit ;crédits ;crédit:;illustration ;légende ;fotografía:;imagen ;imagen:;foto de ;fotos:;en la imagen;fuente:;reprodução;divulgação;crédito;créditos
        fonte:;didascalia;beeld:;beeld ;bron:;foto's:;kuva:;ljósmynd;mynd:;fot.;zdroj:;forrás:;sursa foto;foto -;источник:;фото:;фото ;иллюстрация:;коллаж:;джерело:;φωτογραφία
        fotoğraf:;kaynak:;sumber:;ảnh:;صورة;الصورة;المصدر:;עיבוד;צילום:;फोटो;写真:;写真：;(写真;（写真;＝写真;사진=;사진제공;[사진;图片来源;图:;图：;圖:;資料照;illüstrasyon
        """),
    "newsletter and subscription": _split("""
        hat ihnen dieser artikel;unterstützen sie ;stay informed ;abonniere ;subscribe to ;sign up for ;sign up to ;get our ;join our newsletter;enter your email;your email;already a subscriber;already have an account;not a subscriber
        to continue reading;this article is for;support our;support independent;become a ;donate ;register for ;log in to ;sign in to;create an account;create a free
        thank you for reading;thanks for reading;thanks for signing;please enter;by signing up;by submitting;by subscribing;by clicking;you can unsubscribe;this site is protected by
        stay up to date;never miss;unlock ;enjoy unlimited;download our;download the;receive our;get the day;listen to our
        abonnieren sie;melden sie sich;jetzt abonnieren;jetzt testen;bereits abonniert;mit einem abo;weiterlesen mit;erhalten sie ;newsletter ;bitte geben sie
        push-benachrichtigungen;jederzeit top informiert;hier klicken;klicken sie;mit dem absenden;ich bin einverstanden;diese funktion;um diesen inhalt;hier können sie ;registrieren sie
        abonnez-vous;inscrivez-vous;recevez ;pour lire la suite;cet article est réservé;déjà abonné;il vous reste;je m'abonne;soutenez
        suscríbete;suscríbase;regístrate;inicia sesión;recibe ;este artículo es exclusivo;para seguir leyendo;ya eres ;apúntate;haz clic
        assine;cadastre-se;receba ;iscriviti;abbonati;registrati;ricevi ;per continuare a leggere;abonneer;meld je aan;schrijf je in;prenumerera;abonner;bli abonnent;kjøp tilgang
        zapisz się;dołącz do;zaloguj się;odebírejte;iratkozzon;abonează-te;подпишитесь;подписывайтесь;оформите подписку;зарегистрируйтесь;підписуйтесь;abone ol;üye ol;berlangganan;daftar
        đăng ký;اشترك;للاشتراك;有料会員になると;会員登録;今すぐ登録;この記事は有料;【初トク;구독;회원;订阅;登录后
        """),
    "legal": _split("""
        copyright;©;(c) ;all rights reserved;this website uses;we use cookies;we and our;this site uses;by using this;cookies ;cookie ;terms of;privacy ;disclaimer;do not sell
        this material may not;no part of;unauthorized;your privacy;we value your;necessary cookies;affiliate;we may earn;we earn ;if you buy;when you buy;this article contains;this content was;this story was originally
        the views expressed;views expressed;opinions expressed;this post may contain;for permission;reprints;to report an error;report an error;report a typo;see a mistake;spotted an error;correction:;corrections:
        alle rechte;wir verwenden cookies;diese website verwendet;diese website nutzt;wir und unsere;datenschutz;nutzungsbedingungen;transparenzhinweis;hinweis:;
        tous droits;droits de reproduction;nous utilisons;ce site utilise;en poursuivant;todos los derechos;utilizamos cookies;este sitio;reservados todos;queda prohibida;conforme a los criterios
        todos os direitos;este site ;tutti i diritti;utilizziamo;riproduzione riservata;questo sito;alle rechten;wij gebruiken;alla rättigheter;alle rettigheter;kaikki oikeudet;wszelkie prawa;wszystkie prawa;všechna práva
        minden jog;toate drepturile;sva prava;все права;использование материалов;при использовании;мы используем;зарегистрировано;усі права;всі права;all rights;tüm hakları;sitemizde;hak cipta;bản quyền;جميع الحقوق;کلیه حقوق;כל הזכויות
        無断転載;※;当サイト;無断;저작권자;ⓒ;무단전재;<저작권;版权所有;版權所有;著作權;未经授权;특정 ;このサイト
        """),
    "tags": _split("""
        tags:;tags ;tag:;topics:;topic:;filed under;posted in;categories:;category:;keywords:;in this article:;more:;related topics:;themen:;schlagworte:;schlagwörter:;mots-clés;temas:;etiquetas:
        argomenti:;теги:;темы:;метки:;теґи;etiketler:;#;chủ đề:;tagi:;الكلمات;キーワード;trefwoorden;onderwerpen:;ämnen
        """),
    "comments": _split("""
        comments are ;comments (;view all comments;view comments;show all comments;join the conversation;your comment;your email address will not;be the first have something to say;what do you think
        commenting ;read the comments;post your comment;we welcome ;please log in;comments will;kommentare (;kommentare lesen;jetzt kommentieren;diskutieren sie;ihre e-mail-adresse;zu den kommentaren
        anzahl kommentare;die kommentarfunktion;commenter l;soyez le premier;votre adresse;los comentarios;comentarios (;tu dirección de correo;escribe tu coment;seu endereço;i commenti;il tuo indirizzo
        blogga um;ваш e-mail;комментарии (;правила коммент;yorum yapmak;e-posta hesabınız;email của bạn;لن يتم نشر;تعليقات (;댓글;コメント
        """),
    "byline": _split("""
        reported by;written by;text by;story by;translated by;posted by;published by;edited by;author:;autor:;auteur:;redaktion:;reporter:
        """),
}

# anywhere in a short block, and at any place of a block of legal text
INSIDE: dict[str, frozenset[str]] = {
    "legal": _split("""
        all rights reserved;privacy policy;cookie policy;terms of service;terms of use;terms and conditions;may not be reproduced;may not be published, broadcast;uses cookies;use cookies
        recaptcha;we and our partners;use cookies;cookies and other;third parties;legitimate interest;consent;personalised ads;personalized ads;personalisierte werbung;einwilligung;verarbeitung personenbezogener;außerhalb der eu;enable javascript;javascript is disabled;requires javascript;cookie settings;personal data;user agreement
        alle rechte vorbehalten;datenschutzerklärung;cookies zu;nutzungsbedingungen;tous droits réservés;politique de confidentialité;todos los derechos reservados;política de privacidad;política de cookies
        todos os direitos reservados;tutti i diritti riservati;informativa sulla privacy;riproduzione riservata;alle rechten voorbehouden;wszelkie prawa zastrzeżone;всі права захищені;все права защищены;политик конфиденциальности
        tüm hakları saklıdır;gizlilik politikası;hak cipta dilindungi;جميع الحقوق محفوظة;無断転載;무단 전재;무단전재;재배포 금지;版权所有;certificate of registration
        """),
    "newsletter and subscription": _split("""
        subscribe to our;sign up for our;our newsletter;your inbox;free newsletter;daily newsletter;weekly newsletter;email address;e-mail address;push notifications;unsubscribe at any time;unlimited access
        unseren newsletter;newsletter abonnieren;e-mail-adresse;abonnentinnen und abonnenten;jetzt anmelden;kostenlos testen;unsere newsletter;notre newsletter;votre adresse e-mail;adresse email;nuestra newsletter;nuestro boletín;correo electrónico
        nossa newsletter;nostra newsletter;onze nieuwsbrief;nasz newsletter;наш телеграм;наш telegram;нашу рассылку;telegram-канал;telegram канал;whatsapp-канал;whatsapp channel;whatsapp-kanal;canal de whatsapp;google news
        bültenimize;e-posta adres;メールマガジン;뉴스레터
        """),
    "share and follow": _split("""
        follow us on;follow him on twitter;follow her on twitter;on facebook and twitter;like us on facebook;click to share;opens in new window;opens in a new;öffnet in neuem;in einem neuen fenster;teilen-funktion;on social media @
        se abre en una ventana;dans une nouvelle fenêtre
        """),
    "caption": _split("""
        getty images;/getty;(getty;ap photo;(ap photo;/reuters;reuters/;/afp;afp/;/ap);/epa;epa/;shutterstock;image credit;photo credit;picture alliance;picture-alliance;dpa/;/dpa;imago images;/imago;istockphoto;alamy;europa press;photo by ;photograph by ;photograph: ;picture: ;photo courtesy
        file photo;(photo:;(image:;(picture:;(photo by;(foto:;(bild:;bildrechte;bild: ;bild ©;foto: ;foto © ;photo: ;photo © ;(file photo;ljósmynd/;© dpa;© getty;fotó: ;ảnh: ;фото: ;imago/;ntb);/ntb;/ritzau;/scanpix;/ansa;lapresse;keystone/;wikimedia commons;=연합;(写真;unsplash;pexels;pixabay;depositphotos
        """),
    "endnote": _split("""
        contributed to this report;contributed reporting;reporting by ;editing by ;writing by ;additional reporting by;compiled by;with files from;with agencies;with inputs from;this story has been updated;this article has been updated;this article was originally published;this article first appeared;originally appeared
        this article originally;material from the associated press;copyright 20;do you have a story;got a story;got a tip;if you have a story;contact the reporter;can be reached at;reach the writer
        """),
}

# what a site says to its readers about itself; weak signs, for articles use these words too
READER = _split("""
    newsletter;click here;check out our;visit our;email us;e-mail us;you can email;download our;app store;google play;whatsapp channel;telegram channel
    our journalism;our readers;our reporting;our community guidelines;our website;our site;our app;our privacy;our terms;sign up for;sign up to;subscribe
    log in to;logged in;free account;your account;your email;your browser;your comment;your support;support our;please keep comments;comments are;unsubscribe
    house rules;follow us;follow her on twitter;follow him on twitter;follow her on x;follow him on x;follow her on instagram;follow him on instagram;follow her at @;follow him at @;read more of;email the author;contact the author;views expressed;please consider;already a subscriber
    kommentarfunktion;einen kommentar;leserkommentare;kommentare werden;netiquette;mobilnummer;bitte geben sie;bitte versuchen sie;bitte beachten;bitte melden
    bitte bestätigen;abonnieren;abonnement;mit einem abo;unsere redaktion;unsere leser;unser angebot;unsere app;datenschutzrechtlich;datenschutzerklärung;personalisierte
    e-mail-adresse;mediathek;ihre e-mail;ihre daten;technischer fehler;klicken sie;impressum;infos und news;newsübersicht;push-nachrichten;push-benachrichtigung;whatsapp-kanal
    abonnez;inscrivez-vous;votre adresse;nos lecteurs;notre rédaction;nos abonnés;suscríbete;suscríbase;suscripción;boletín de noticias;nuestros lectores;regístrate
    assine a;nossos leitores;seu e-mail;iscriviti;abbonati;nostri lettori;la tua email;nieuwsbrief;abonneer;prenumerera;nyhetsbrev;nyhedsbrev;uutiskirje
    zapisz się;zaloguj się;naszych czytelników;odběr novinek;подпишитесь;подписывайтесь;правила комментирования;нашем канале;підпишіться;підписуйтесь
    abone ol;bültenimiz;e-posta adres;berlangganan newsletter;đăng ký nhận;メールマガジン;会員登録;有料会員;ログイン;구독하기;뉴스레터;로그인;订阅;登录;اشترك في
    """)

TEASER_ENDS = (
    "…",
    "...",
    "[…]",
    "[...]",
    "read more",
    "continue reading",
    "weiterlesen",
    "mehr",
    "lire la suite",
    "leer más",
    "more »",
    "»",
)
