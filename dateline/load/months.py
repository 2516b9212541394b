# ruff: noqa: E501 (a table: one language a line)
"""Names of months and the labels of dates of publication, in the languages whose news sites are common.

``MONTHS`` maps a name or abbreviation (casefolded, without full stop) to 1 ... 12. Sources: the calendars of the Unicode
CLDR, restricted to names without a second meaning.
"""

from __future__ import annotations

# twelve names a line; "/" parts spellings of one month (nominative/genitive/short)
_NAMES = """
en: january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec
de: januar/jänner februar märz/mär april mai juni juli august september oktober/okt november dezember/dez
fr: janvier/janv février/fév/févr mars avril/avr mai juin juillet/juil août/aout septembre octobre novembre décembre/déc
es: enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre diciembre/dic
pt: janeiro fevereiro/fev março abril maio junho julho agosto setembro/set outubro/out novembro dezembro
it: gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre ottobre/ott novembre dicembre
nl: januari februari maart/mrt april mei juni juli augustus september oktober november december
sv: januari februari mars april maj juni juli augusti september oktober november december
da: januar februar marts april maj juni juli august september oktober november december/des
is: janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember
fi: tammikuuta/tammikuu helmikuuta/helmikuu maaliskuuta/maaliskuu huhtikuuta/huhtikuu toukokuuta/toukokuu kesäkuuta/kesäkuu heinäkuuta/heinäkuu elokuuta/elokuu syyskuuta/syyskuu lokakuuta/lokakuu marraskuuta/marraskuu joulukuuta/joulukuu
pl: stycznia/styczeń/sty lutego/luty marca/marzec kwietnia/kwiecień/kwi maja czerwca/czerwiec/cze lipca/lipiec/lip sierpnia/sierpień/sie września/wrzesień/wrz października/październik/paź listopada/listopad/lis grudnia/grudzień/gru
cs: ledna/leden února/únor března/březen dubna/duben května/květen června/červen července/červenec srpna/srpen září října/říjen listopadu prosince/prosinec
hu: január február/febr március/márc április/ápr május/máj június/jún július/júl augusztus szeptember/szept október november december
ro: ianuarie/ian februarie martie aprilie mai iunie/iun iulie/iul august septembrie octombrie noiembrie/noi decembrie
hr: siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga/studenog prosinca
tr: ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
ru: января/янв/январь февраля/фев/февраль марта/март апреля/апр/апрель мая/май июня/июн/июнь июля/июл/июль августа/авг/август сентября/сен/сентябрь октября/окт/октябрь ноября/ноя/ноябрь декабря/дек/декабрь
uk: січня/січень лютого/лютий березня/березень квітня/квітень травня/травень червня/червень липня/липень серпня/серпень вересня/вересень жовтня/жовтень листопада грудня/грудень
bg: януари февруари март април май юни юли август септември октомври ноември декември
el: ιανουαρίου/ιανουάριος φεβρουαρίου μαρτίου απριλίου μαΐου/μαίου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου
id: januari februari maret april mei juni juli agustus september oktober november desember
ms: januari februari mac april mei jun julai ogos september oktober november disember
sw: januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba
ar: يناير فبراير مارس أبريل/ابريل مايو يونيو يوليو أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر نوفمبر ديسمبر
ar-levant: - شباط آذار نيسان أيار حزيران تموز آب أيلول - - -
fa: ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر
he: ינואר/בינואר פברואר/בפברואר מרץ/במרץ אפריל/באפריל מאי/במאי יוני/ביוני יולי/ביולי אוגוסט/באוגוסט ספטמבר/בספטמבר אוקטובר/באוקטובר נובמבר/בנובמבר דצמבר/בדצמבר
hi: जनवरी फरवरी/फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर दिसंबर/दिसम्बर
bn: জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর
th: มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม
af: januarie februarie maart april mei junie julie augustus september oktober november desember
"""


def _months() -> dict[str, int]:
    out: dict[str, int] = {}
    for line in _NAMES.strip().splitlines():
        for number, names in enumerate(line.split(":", 1)[1].split(), 1):
            for name in names.split("/"):
                if name != "-":
                    out.setdefault(name, number)
    return out


MONTHS: dict[str, int] = _months()

LABELS = frozenset(
    """published posted updated publication issued released modified
    veröffentlicht publiziert stand aktualisiert erstellt erstveröffentlicht
    publié jour modifié paru publicado actualizado publicada actualizada atualizado fecha creado
    pubblicato pubblicazione aggiornato gepubliceerd bijgewerkt geplaatst
    publicerad uppdaterad publisert oppdatert publiceret opdateret julkaistu päivitetty birt uppfært
    opublikowano aktualizacja dodano publikacja zveřejněno aktualizováno megjelent frissítve
    опубликовано обновлено публикации опубліковано оновлено публикувана
    yayınlanma güncelleme yayın giriş oluşturulma güncellenme
    公開 更新 投稿 掲載 発表 配信 입력 수정 등록 승인 发布 更新时间 發布 نشر النشر تحديث
    diterbitkan diperbarui đăng imechapishwa""".split()
)  # fmt: skip
"""Words that stand before a date of publication."""
