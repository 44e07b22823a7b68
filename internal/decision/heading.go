package decision

import (
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// role is what a column of a table of criteria is.
type role int

const (
	unknown    role = iota
	number          // TT
	criterion       // tên tiêu chí
	content         // nội dung tiêu chí
	eitherWay       // "Chỉ tiêu": the content in one decision, the threshold in another
	value           // mức đạt
	unit            // đơn vị tính
	grouping        // the group that criteria belong to
	irrelevant      // who is responsible, notes
	sign            // the comparison, apart from its numbers: "≥"
	ofSet           // of which set the row is: "Xã nông thôn mới nâng cao"
	whom            // for which communes the row is: "Nhóm 1"
)

// roles are the headings, folded, without what stands in brackets.
var roles = []struct {
	is    role
	words *pattern.Regexp
}{
	{number, pattern.New(`^((tt|stt|so tt|so thu tu)( (cua )?(tieu chi|chi tieu|tc|ct))?|ma so|ma|so hieu|so|(so|ma)( hieu| so)? ` +
		`(chi tieu|tieu chi))$`)},
	{whom, pattern.New(`^((cac )?(nhom|loai|loai hinh|phan loai|doi tuong|phan nhom|phan vung|khu vuc|vung) ` +
		`xa|doi tuong( ap dung)?|(pham vi )?ap dung( cho| doi voi)?|xa ap dung|phan nhom|phan vung|vung|` +
		`khu vuc|dia ban|vung, khu vuc|vung mien)$`)},
	{unit, pattern.New(`^(don vi tinh|dvt|don vi)$`)},
	{irrelevant, pattern.New(`^((muc |muc dat |noi dung |chi tieu |quy dinh )?(cu|hien hanh|dang ap dung|` +
		`hien nay|truoc (day|khi|sua doi|dieu chinh).*)|(quy dinh|muc|muc dat|noi dung) (da )?(ban hanh )?` +
		`(tai|theo|o) (quyet dinh|phu luc).*|` +
		`ghi chu|noi nhan|ho va ten|chuc vu|thoi gian|tien do|diem|so diem|thang diem|` +
		`diem (chuan|toi da|so|danh gia)|(tu )?danh gia|tu cham diem|dat/khong dat|` +
		`can cu|ket qua.*|.*(phu trach|chu tri|co quan|so, nganh|so, ban|huong dan|tham dinh|chiu trach nhiem|` +
		`trung uong|don vi thuc hien|theo doi|don vi|minh chung|318).*)$`)},
	{value, pattern.New(`^((nay |duoc )?(sua doi|sua|dieu chinh|thay)(, bo sung)? (thanh|nhu sau|la|bang)|` +
		`nay la|nay sua|nay (duoc )?(sua doi|dieu chinh)(, bo sung)?|(muc |muc dat |quy dinh |noi dung |chi tieu ` +
		`)?(moi|sau (khi )?(sua doi|dieu chinh).*|` +
		`(duoc )?(sua doi|dieu chinh))|quy dinh moi.*)$`)},
	{content, pattern.New(`^(noi dung.*|ten chi tieu|chi tieu thanh phan|cac chi tieu|` +
		`(ten )?tieu chi ?[/,] ?(ten )?chi tieu.*|(ten )?tieu chi va chi tieu.*|tieu chi thanh phan|dien giai|` +
		`(ten )?chi so( danh gia)?|(cac )?chi tieu danh gia|ten tieu chi va noi dung.*)$`)},
	{criterion, pattern.New(`^((ten|cac) )?tieu chi( so| danh gia)?$`)},
	{sign, pattern.New(`^(dau|so sanh|quan he|phep so sanh|toan tu|ky hieu|chieu|chieu so sanh|dieu kien so sanh|` +
		`dau (so sanh|quan he|bang)|ky hieu so sanh|cach so sanh|>=|≥|≥/≤|≥, ?≤)$`)},
	{ofSet, pattern.New(`^((ten |thuoc )?bo tieu chi( so)?|cap do|cap do dat chuan|danh hieu|loai chuan|` +
		`muc do dat chuan|thuoc phu luc|phu luc|(thuoc )?bo tieu chi/phu luc)$`)},
	{grouping, pattern.New(`^(nhom( tieu chi)?|ten nhom|linh vuc)$`)},
	{eitherWay, pattern.New(`^chi tieu$`)},
	{value, pattern.New(`^(muc.*|tieu chuan.*|chi tieu.+|yeu cau.*|chuan.*|quy dinh.*|.*muc dat.*|gia tri.*|dinh ` +
		`muc.*|` +
		`(ket qua|ty le|ti le|muc do|chi so) (phai|can|yeu cau) dat.*|(duoc )?dat( chuan)? khi|dieu kien dat.*|` +
		`nguong.*)$`)},
}

var brackets = pattern.New(`\([^)]*\)|\[[^\]]*\]`)

func foldHeading(text string) string {
	folded := vi.Fold(brackets.ReplaceAllString(text, " "))
	return strings.Trim(strings.Join(strings.Fields(strings.ReplaceAll(folded, " / ", "/")), " "), " :.*;,")
}

// ofLevel is a heading that names a level and nothing else, folded: "Xã nông thôn mới nâng cao".
var ofLevel = pattern.New(`^(?:(?:muc|chuan|dat chuan|muc dat|muc dat chuan|chi tieu|yeu cau|quy dinh|` +
	`tieu chuan|ap dung|doi voi|cho|cac|bo tieu chi) )*(?:xa )?(?:dat )?(?:chuan )?(?:nong thon moi|ntm)` +
	`(?: nang cao| kieu mau| hien dai)?(?:,? (?:giai doan )?20\d\d ?[-–]? ?20\d\d)?$`)

// levelNamed is the level that a heading names, "" where it says anything else.
func levelNamed(text string) string {
	switch folded := foldHeading(text); {
	case ofLevel.MatchString(folded), folded == "nang cao", folded == "kieu mau", folded == "hien dai":
		return levelOf("ntm " + folded)
	}
	return ""
}

func roleOf(text string) role {
	folded := foldHeading(text)
	if folded == "" || len(folded) > 90 {
		return unknown
	}
	if levelNamed(text) != "" {
		return value
	}
	for _, r := range roles {
		if r.words.MatchString(folded) {
			return r.is
		}
	}
	return unknown
}

// regionNames are how headings write the regions, folded; the longer stand first.
var regionNames = []struct {
	id    criteria.Region
	names []string
}{
	{criteria.NorthernUpland, []string{"trung du, mien nui phia bac", "trung du va mien nui phia bac",
		"trung du mien nui phia bac", "trung du va mien nui bac bo",
		"trung du mien nui bac bo", "mien nui phia bac", "td, mn phia bac", "tdmn phia bac", "td mn phia bac",
		"tdmnpb", "trung du, mien nui bac bo",
		"trung du mnpb", "trung du va mnpb", "trung du, mnpb", "td mnpb", "mnpb"}},
	{criteria.MekongDelta, []string{"dong bang song cuu long", "db song cuu long", "dbs cuu long", "dbscl",
		"tay nam bo"}},
	{criteria.RedRiverDelta, []string{"dong bang song hong", "db song hong", "dbs hong", "dbsh"}},
	{criteria.SouthCentral, []string{"duyen hai nam trung bo", "dh nam trung bo", "duyen hai ntb", "dhntb",
		"dh ntb", "duyen hai nam tb",
		"nam trung bo"}},
	{criteria.NorthCentral, []string{"bac trung bo", "btb"}},
	{criteria.Highlands, []string{"tay nguyen"}},
	{criteria.SouthEast, []string{"dong nam bo", "dnb"}},
}

var (
	groupWords = pattern.New(`^(?:cac )?(?:xa )?(?:thuoc )?(?:cac )?nhom(?: xa)? ?((?:\d|i{1,3})(?:` + andMore +
		`(?:\d|i{1,3}))*)$`)
	zoneWords = pattern.New(`^(?:cac )?(?:xa )?(?:thuoc )?(khu vuc|kv|vung|dia ban) ?((?:\d|i{1,3}|` +
		`iv)(?:` + andMore + `(?:\d|i{1,3}|iv))*)$`)
	longZone = pattern.New(`^(?:cac )?(?:xa )?(?:thuoc )?(nhom|khu vuc|vung|dia ban) (\d|i{1,3}|` +
		`iv)(?:[:,;.]| (?:gom|la|cac|xa|bao|muc|chuan|chi tieu|yeu cau)\b)(.*)$`)
	// again is where a list says once more of what it is: "xã nhóm 1, xã nhóm 2".
	again = pattern.New(`(?: va |, ?va |[,;/+&] ?| hoac )(?:cac )?(?:xa )?(?:thuoc )?(?:nhom|khu vuc|kv|vung) ?` +
		`(\d|i{1,3}|iv)\b`)
	// others is what the longer words of one zone do not say: that it is not alone.
	others = pattern.New(`\b(?:nhom|khu vuc|kv|vung) ?(?:\d|i{1,3}|iv)\b|^[,;] ?(?:va )?(?:cac )?(?:xa|vung|` +
		`khu vuc)\b`)
	listed   = pattern.New(`\d|iv|i{1,3}`)
	listSpan = pattern.New(`(\d) den (\d)`)
	// span is a dash between two numbers of a list, which folding leaves out.
	span = pattern.New(`\b(\d)\s*[-–—]\s*(\d)\b`)
	// kindLead is a word that may stand before whom a column is for: "Mức đạt chuẩn đối với xã nhóm 1".
	kindLead = pattern.New(`^(?:(?:ap dung|doi voi|danh cho|cho|quy dinh|yeu cau|muc|dat|chuan|chi tieu|nguong|` +
		`tieu chuan|toi thieu|phai|can|duoc|dinh muc|gia tri|ty le|cua|tai|o|vung|khu vuc|cac|tinh|xa|thuoc)\b|` +
		`[-–:,])\s*`)
)

// namedZones are zones by name.
var namedZones = map[string]string{
	"xa dac biet kho khan": "dac-biet-kho-khan", "dac biet kho khan": "dac-biet-kho-khan",
	"xa dbkk": "dac-biet-kho-khan", "dbkk": "dac-biet-kho-khan",
	"xa an toan khu": "an-toan-khu", "xa atk": "an-toan-khu", "xa con lai": "con-lai", "cac xa con lai": "con-lai",
	"con lai": "con-lai", "xa khac": "con-lai", "cac xa khac": "con-lai",
	"xa mien nui": "mien-nui", "mien nui": "mien-nui", "xa dong bang": "dong-bang", "dong bang": "dong-bang",
	"xa ven bien": "ven-bien", "ven bien": "ven-bien",
	"xa bai ngang": "bai-ngang", "xa dao": "dao", "hai dao": "dao", "ven do": "ven-do", "xa ven do": "ven-do",
	"trung du": "trung-du",
}

// forAll is a heading of a column that is for every commune, folded.
var forAll = pattern.New(`^(?:(?:chi tieu|quy dinh|ap dung|muc|muc dat|muc dat chuan|tieu chuan) )?chung` +
	`(?:(?: cho)? (?:(?:tat ca )?cac xa|ca nuoc|toan quoc|toan tinh|ca tinh))?$|^(?:muc (?:dat )?)?(?:ca nuoc|` +
	`toan quoc|toan tinh|ca tinh)(?: chung)?$|^ap dung (?:cho|doi voi) (?:tat ca )?cac xa$|^tat ca cac xa$`)

// columnKind reads a heading of a column of thresholds.
func columnKind(text string) (kind Kind, ids []string, year int) {
	if y, ok := threshold.Year(brackets.ReplaceAllString(text, " ")); ok {
		return Year, nil, y
	}
	folded := again.ReplaceAllString(foldHeading(span.ReplaceAllString(text, "$1 đến $2")), " va $1")
	for form := folded; form != ""; form = afterLead(form) {
		if found := regionsIn(form); found != nil {
			return Region, found, 0
		}
		if m := groupWords.FindStringSubmatch(form); m != nil {
			return Group, numbered("nhom-", m[1]), 0
		}
		if m := zoneWords.FindStringSubmatch(form); m != nil {
			return Zone, numbered(strings.ReplaceAll(strings.Replace(m[1], "kv", "khu vuc", 1), " ", "-")+"-", m[2]), 0
		}
		if m := longZone.FindStringSubmatch(form); m != nil && !others.MatchString(form[len(form)-len(m[3])-1:]) {
			if m[1] == "nhom" {
				return Group, numbered("nhom-", m[2]), 0
			}
			return Zone, numbered(strings.ReplaceAll(m[1], " ", "-")+"-", m[2]), 0
		}
		if ids := zonesIn(form); ids != nil {
			return Zone, ids, 0
		}
	}
	if forAll.MatchString(folded) {
		return All, []string{string(criteria.National)}, 0
	}
	return Unclear, nil, 0
}

// afterLead is a folded heading without the word it is led by, "" where there is none.
func afterLead(form string) string {
	lead := kindLead.FindString(form)
	if lead == "" {
		return ""
	}
	return form[len(lead):]
}

// zonesIn is the zones that a heading names, one or several: "miền núi, hải đảo".
func zonesIn(folded string) []string {
	if id := namedZones[folded]; id != "" {
		return []string{id}
	}
	var out []string
	for name := range strings.SplitSeq(strings.ReplaceAll(folded, " va ", ", "), ",") {
		id := namedZones[strings.TrimSpace(name)]
		if id == "" {
			return nil
		}
		out = append(out, id)
	}
	return out
}

// regionsIn is the regions that a heading names, when it names nothing else.
func regionsIn(folded string) []string {
	if folded == "tn" {
		return []string{string(criteria.Highlands)}
	}
	var out []string
	if rest := strings.Replace(folded, "bac trung bo va duyen hai mien trung", "", 1); rest != folded {
		folded, out = rest, []string{string(criteria.NorthCentral),
			string(criteria.SouthCentral)} // a region of the plans
	}
	for _, r := range regionNames {
		for _, name := range r.names {
			if i := strings.Index(folded, name); i >= 0 {
				folded = folded[:i] + folded[i+len(name):]
				out = append(out, string(r.id))
				break
			}
		}
	}
	for word := range strings.FieldsSeq(strings.NewReplacer(",", " ", ";", " ", "/", " ").Replace(folded)) {
		if word != "va" && word != "vung" {
			return nil
		}
	}
	slices.Sort(out)
	return out
}

// andMore stands between the numbers of a list.
const andMore = `(?: ?, ?va | ?[,;/+&] ?| va | den )`

// numbered is the ids of what a heading lists.
func numbered(prefix, list string) []string {
	arabic := map[string]string{"i": "1", "ii": "2", "iii": "3", "iv": "4"}
	var out []string
	for _, m := range listSpan.FindAllStringSubmatch(list, -1) { // "1 - 3" is 1, 2 and 3
		between := ""
		for n := m[1][0]; n <= m[2][0]; n++ {
			between += string(rune(n)) + " "
		}
		list = strings.Replace(list, m[0], between, 1)
	}
	for _, one := range listed.FindAllString(list, -1) {
		if digit := arabic[one]; digit != "" {
			one = digit
		}
		out = append(out, prefix+one)
	}
	return out
}
