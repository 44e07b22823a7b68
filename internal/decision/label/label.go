// Package label reads what the heading of a column says: what the column is, and for which communes its thresholds
// are: the regions of the country, the groups of a standard, the zones of a province, a year, or every commune.
package label

import (
	"cmp"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// Kind is what a column of thresholds is for.
type Kind string

// The kinds of columns.
const (
	All     Kind = "all"     // every commune
	Region  Kind = "region"  // one or more of the regions
	Group   Kind = "group"   // a commune group
	Zone    Kind = "zone"    // a zone of the province
	Year    Kind = "year"    // a year, for every commune
	Unclear Kind = "unclear" // the heading was not understood
)

// Brackets are what stands in Brackets.
var Brackets = pattern.New(`\([^)]*\)|\[[^\]]*\]`)

// Fold is a heading without its Brackets and what ends it, folded.
func Fold(text string) string {
	folded := vi.Fold(Brackets.ReplaceAllString(text, " "))
	return strings.Trim(strings.Join(strings.Fields(strings.ReplaceAll(folded, " / ", "/")), " "), " :.*;,")
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
	again = pattern.New(`(` + andMore + `)(?:cac )?(?:xa )?(?:thuoc )?(?:nhom|khu vuc|kv|vung) ?` +
		`(\d|i{1,3}|iv)\b`)
	// others is what the longer words of one zone do not say: that it is not alone.
	others = pattern.New(`\b(?:nhom|khu vuc|kv|vung) ?(?:\d|i{1,3}|iv)\b|^[,;] ?(?:va )?(?:cac )?(?:xa|vung|` +
		`khu vuc)\b`)
	listed   = pattern.New(`\d`)
	roman    = pattern.New(`\b(?:iv|i{1,3})\b`)
	listSpan = pattern.New(`(\d) den (\d)`)
	// span is a dash between two numbers of a list, which folding leaves out.
	span = pattern.New(`(?i)\b(\d|iv|i{1,3})\s*[-–—]\s*((?:xã )?(?:nhóm |khu vực |kv ?|vùng )?(?:\d|iv|i{1,3}))\b`)
	// zero is one before a number: "nhóm 01".
	zero = pattern.New(`\b0(\d)\b`)
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
	"xa bien gioi": "bien-gioi", "bien gioi": "bien-gioi", "xa vung cao": "vung-cao", "vung cao": "vung-cao",
	"xa vung thap": "vung-thap", "vung thap": "vung-thap", "vung dac biet kho khan": "dac-biet-kho-khan",
	"khu vuc con lai": "con-lai", "cac khu vuc con lai": "con-lai", "dia ban con lai": "con-lai",
	"xa khu vuc con lai": "con-lai", "cac xa khu vuc con lai": "con-lai",
	"xa mien nui": "mien-nui", "mien nui": "mien-nui", "xa dong bang": "dong-bang", "dong bang": "dong-bang",
	"xa ven bien": "ven-bien", "ven bien": "ven-bien",
	"xa bai ngang": "bai-ngang", "xa dao": "dao", "hai dao": "dao", "ven do": "ven-do", "xa ven do": "ven-do",
	"trung du": "trung-du", "vung trung du": "trung-du", "xa dac biet kho khan vung bai ngang": "bai-ngang",
}

// forAll is a heading of a column that is for every commune, folded.
var forAll = pattern.New(`^(?:(?:chi tieu|quy dinh|ap dung|muc|muc dat|muc dat chuan|tieu chuan) )?chung` +
	`(?:(?: cho)? (?:(?:tat ca )?cac xa|ca nuoc|toan quoc|toan tinh|ca tinh))?$|^(?:muc (?:dat )?)?(?:ca nuoc|` +
	`toan quoc|toan tinh|ca tinh)(?: chung)?$|^ap dung (?:cho|doi voi) (?:tat ca )?cac xa$|^tat ca cac xa$`)

// said is what a heading says.
type said struct {
	kind Kind
	ids  []string
	year int
}

// Of reads a heading of a column of thresholds.
func Of(text string) (kind Kind, ids []string, year int) {
	s := known(text)
	return s.kind, slices.Clone(s.ids), s.year
}

var known = vi.Remembered(func(text string) said {
	kind, ids, year := of(text)
	return said{kind, ids, year}
})

func of(text string) (kind Kind, ids []string, year int) {
	if y, ok := threshold.Year(Brackets.ReplaceAllString(text, " ")); ok {
		return Year, nil, y
	}
	folded := zero.ReplaceAllString(Fold(span.ReplaceAllString(text, "$1 đến $2")), "$1")
	for form := folded; form != ""; form = afterLead(form) {
		if ids := zonesIn(form); ids != nil {
			return Zone, ids, 0
		}
	}
	folded = again.ReplaceAllString(folded, "$1$2")
	for form := folded; form != ""; form = afterLead(form) {
		if found := regionsIn(form); found != nil {
			return Region, found, 0
		}
		if m := groupWords.FindStringSubmatch(form); m != nil {
			return numbered(Group, "nhom-", m[1])
		}
		if m := zoneWords.FindStringSubmatch(form); m != nil {
			return numbered(Zone, zonePrefix(m[1]), m[2])
		}
		if m := longZone.FindStringSubmatch(form); m != nil && !others.MatchString(form[len(form)-len(m[3])-1:]) {
			if m[1] == "nhom" {
				return numbered(Group, "nhom-", m[2])
			}
			return numbered(Zone, zonePrefix(m[1]), m[2])
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

var (
	// betweenZones stands between the zones of a list.
	betweenZones = pattern.New(`\s*(?:[,;/+&]|\bva\b|\bhoac\b)\s*`)
	// oneZone is a zone by number, the kind left out where the zone before it has said it.
	oneZone  = pattern.New(`^(?:thuoc )?(?:(khu vuc|kv|vung|dia ban) ?)?(\d|i{1,3}|iv)$`)
	zoneLead = pattern.New(`^(?:cac )?(?:xa )?(?:thuoc )?`)
)

// zonesIn is the zones that a heading names, by name or by number, one or several: "miền núi, hải đảo", "xã khu vực
// III, xã ĐBKK".
func zonesIn(folded string) []string {
	if id := namedZones[folded]; id != "" {
		return []string{id}
	}
	var out []string
	kind := ""
	for _, name := range betweenZones.Split(folded, -1) {
		if name == "" {
			continue // ", và"
		}
		id := cmp.Or(namedZones[name], namedZones[zoneLead.ReplaceAllString(name, "")])
		if m := oneZone.FindStringSubmatch(zoneLead.ReplaceAllString(name, "")); id == "" && m != nil {
			if kind = cmp.Or(zonePrefix(m[1]), kind); kind != "" {
				id = idsOf(kind, m[2])[0]
			}
		}
		if id == "" || slices.Contains(out, id) {
			return nil
		}
		out = append(out, id)
	}
	return out
}

// zonePrefix is how the ids of the numbered zones of a kind begin.
func zonePrefix(kind string) string {
	if kind == "" {
		return ""
	}
	return strings.ReplaceAll(strings.Replace(kind, "kv", "khu vuc", 1), " ", "-") + "-"
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
const andMore = `(?: ?, ?va | ?[,;/+&] ?| va | hoac | den )`

// numbered is what a heading is for that lists these numbers; nobody knows where it counts down or names one twice.
func numbered(kind Kind, prefix, list string) (Kind, []string, int) {
	if ids := idsOf(prefix, list); ids != nil {
		return kind, ids, 0
	}
	return Unclear, nil, 0
}

// idsOf is the ids of what a heading lists, nil where it counts down or names one twice.
func idsOf(prefix, list string) []string {
	list = roman.ReplaceAllStringFunc(list, func(one string) string {
		return map[string]string{"i": "1", "ii": "2", "iii": "3", "iv": "4"}[one]
	})
	for _, m := range listSpan.FindAllStringSubmatch(list, -1) { // "1 - 3" is 1, 2 and 3
		if m[1] >= m[2] {
			return nil
		}
		between := ""
		for n := m[1][0]; n <= m[2][0]; n++ {
			between += string(rune(n)) + " "
		}
		list = strings.Replace(list, m[0], between, 1)
	}
	var out []string
	for _, one := range listed.FindAllString(list, -1) {
		if slices.Contains(out, prefix+one) {
			return nil
		}
		out = append(out, prefix+one)
	}
	return out
}

// OtherRegions are the regions that are not among those named.
func OtherRegions(named []string) []string {
	var out []string
	for _, r := range regionNames {
		if !slices.Contains(named, string(r.id)) {
			out = append(out, string(r.id))
		}
	}
	slices.Sort(out)
	return out
}
