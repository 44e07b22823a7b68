package packs

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"ntm/criteria"
	"ntm/internal/problem"
)

// The small packs below are invented and stand alone, so that one rule at a time
// can be broken: three figures, three indicators, one condition.
var (
	smallFigures   = smallPack("figures")
	smallStandard  = smallPack("standard")
	smallProcedure = smallPack("procedure")
	smallOverlay   = smallPack("overlay")
	smallAddition  = smallPack("addition")
	goodOverlay    = smallPack("office")
)

func smallPack(name string) string {
	text, err := os.ReadFile("../testdata/small/" + name + ".yaml")
	if err != nil {
		panic(err)
	}
	return string(text)
}

// filesOf is a folder of the packs: a.yaml, b.yaml and so on.
func filesOf(packs ...string) fstest.MapFS {
	files := fstest.MapFS{}
	for i, text := range packs {
		files[string(rune('a'+i))+".yaml"] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

// alone reads packs with no others under them.
func alone(files fs.FS) (*criteria.Library, error) {
	return Over(&criteria.Library{}, Folder{FS: files})
}

// small loads the small packs and those given, none of the program's.
func small(packs ...string) (*criteria.Library, error) {
	return alone(filesOf(slices.Concat([]string{smallFigures, smallStandard, smallProcedure}, packs)...))
}

type slip struct {
	name, from, to string
	line           int
	want           string
}

// refused checks that the pack, the slip made in it, is refused for it alone,
// at its line.
func (s slip) refused(t *testing.T, file, pack string, load func(pack string) error) {
	t.Helper()
	if strings.Count(pack, s.from) == 0 {
		t.Fatalf("%q is not in the pack", s.from)
	}
	err := load(strings.Replace(pack, s.from, s.to, 1))
	if err == nil {
		t.Fatal("loaded without complaint")
	}
	p := problem.Of(err)[0]
	if p.File != file || p.Line != s.line || p.Column == 0 || !strings.Contains(p.Message, s.want) {
		t.Errorf("got  %v\nwant line %d: %s", p, s.line, s.want)
	}
}

func TestSlipsInAStandard(t *testing.T) {
	if _, err := small(); err != nil {
		t.Fatal(err)
	}
	only := `figure: sum, at_most: 5`
	for _, tt := range []slip{
		{"misspelt key", "annex:", "anex:", 7, `khóa không có trong mẫu "anex"`},
		{"no name", "name: Bộ thử\n", "", 1, `thiếu "name"`},
		{"no decision", "decision: {number: 01/QĐ-THỬ, date: 2000-12-01}\n", "", 1, `thiếu "decision"`},
		{"years the wrong way round", "{from: 2001, to: 2003}", "{from: 2001, to: 2000}", 1,
			"to là 2000, không được nhỏ hơn from"},
		{"unknown level", "level: ntm", "level: cao", 3, `đọc thấy mức "cao"`},
		{"a column rule to nowhere", "column: dbsh, traits", "column: xyz, traits", 1, `không có vùng hoặc nhóm "xyz"`},
		{"criterion twice", "no: \"2\"\n    name: Hai", "no: \"1\"\n    name: Hai", 22,
			"tiêu chí 1 đã có ở b.yaml, dòng 10"},
		{"indicator twice", `"1.2"`, `"1.1"`, 17, "chỉ tiêu 1.1 đã có ở b.yaml, dòng 13"},
		{"a year missing", ", 2003: unknown", "", 16, "dãy ngưỡng thiếu năm 2003"},
		{"the first year missing", "2001: 10, ", "", 16, "dãy ngưỡng thiếu năm 2001"},
		{"misspelt region in a year", "btb: 20", "bttb: 20", 16, `không có vùng hoặc nhóm "bttb"`},
		{"a day without a rule", "until: 2002-06-30", "until: 2002-06-29", 17,
			"ngày 2002-06-30, cột tdmnpb, mức ntm có 0 quy định"},
		{"a day with two rules", "until: 2002-06-30", "until: 2002-07-01", 17,
			"ngày 2002-07-01, cột tdmnpb, mức ntm có 2 quy định"},
		{"communes without a rule", "without: [area_ii]", "without: [area_ii, area_iii]", 25, "có 0 quy định"},
		{"communes with two rules", "{without: [area_ii], ", "{", 25, "có 2 quy định"},
		{"columns without a rule", "{without: [area_ii], ", "{columns: [btb], without: [area_ii], ", 25,
			"cột tdmnpb, mức ntm có 0 quy định"},
		{"no status", "at_most: 5, status: seen", "at_most: 5", 29, "ngưỡng chưa có căn cứ"},
		{"no source", "at_most: 5, status: seen, source: thử", "at_most: 5, status: seen", 29, "ngưỡng chưa có căn cứ"},
		{"confirmed by nobody", "at_most: 5, status: seen", "at_most: 5, status: confirmed, checked_on: 2001-01-01",
			29, "phải ghi ai xác nhận, ngày nào"},
		{"confirmed on no day", "at_most: 5, status: seen", "at_most: 5, status: confirmed, checked_by: A", 29,
			"phải ghi ai xác nhận, ngày nào"},
		{"no figure", only, "at_most: 5", 29, "chưa nói xét theo số liệu nào"},
		{"unknown figure", only, "figure: summ, at_most: 5", 29, `không có số liệu "summ"`},
		{"a word judged by a number", only, "figure: word, at_most: 5", 29, "số liệu word có đơn vị"},
		{"a number declared", only, "figure: sum, declared: true", 29, "số liệu sum có đơn vị"},
		{"two ways", only, only + ", exactly: 3", 29, "có 2 cách xét, cần đúng một"},
		{"three ways, parts among them", only, only + ", exactly: 3, any_of: [{figure: sum, at_most: 1}]", 29,
			"có 3 cách xét"},
		{"no way", only, "figure: sum", 29, "có 0 cách xét"},
		{"a way more in a part", only, "all_of: [{figure: sum, at_most: 1, at_least: 0}]", 29, "có 2 cách xét"},
		{"a part without a figure", only, "any_of: [{figure: sum, at_most: 1}, {at_most: 3}]", 29,
			"chưa nói xét theo số liệu nào"},
		{"a part of a part with an unknown figure", only,
			"any_of: [{figure: sum, at_most: 1}, {all_of: [{figure: x, at_most: 3}]}]", 29, `không có số liệu "x"`},
		{"more than there are", only, "some_of: {least: 3, of: [{figure: sum, at_most: 1}, {figure: rate, " +
			"at_most: 1}]}", 29, "cần ít nhất 3 trong 2 phần"},
		{"none of some", only, "some_of: {least: 0, of: [{figure: sum, at_most: 1}]}", 29,
			"least là 0, cần từ 1 trở lên"},
		{"an unknown figure among some", only, "some_of: {least: 1, of: [{figure: x, at_most: 1}]}", 29,
			`không có số liệu "x"`},
		{"relative to nothing", only, "figure: sum, relative: {to: ntm/9, op: at_most, factor: 1}", 29,
			`không có chỉ tiêu "ntm/9"`},
		{"relative in no way", only, "figure: sum, relative: {to: ntm/1.1, op: exactly, factor: 1}", 29, "op là"},
		{"a cell without a basis", only, only + ", cells: [{column: btb}]", 29, "ô này chưa có căn cứ"},
		{"a cell of no column", only, only + ", cells: [{column: xyz, status: seen, source: thử}]", 29,
			`không có vùng hoặc nhóm "xyz"`},
		{"a prerequisite without a basis", "criteria:\n", "prerequisite: {level: ntm, text: thử}\ncriteria:\n", 1,
			"điều kiện tiên quyết của thu chưa có căn cứ"},
		{"a prerequisite without a source", "criteria:\n",
			"prerequisite: {level: ntm, text: thử, status: seen}\ncriteria:\n", 1,
			"điều kiện tiên quyết của thu chưa có căn cứ"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.refused(t, "b.yaml", smallStandard, func(pack string) error {
				_, err := alone(filesOf(smallFigures, pack, smallProcedure))
				return err
			})
		})
	}
}

func TestSlipsInTheDictionary(t *testing.T) {
	for _, tt := range []slip{
		{"unit not in the list", "unit: triệu đồng,", "unit: đồng,", 4, `đọc thấy đơn vị "đồng", cần một trong: %`},
		{"a rate without its whole", "denominator: tổng, ", "", 3, "tỷ lệ % phải có đủ"},
		{"a rate without its part", "numerator: phần, ", "", 3, "tỷ lệ % phải có đủ"},
		{"a rate of nobody knows what", "counted_in: hộ, ", "", 3, "tỷ lệ % phải có đủ"},
		{"a sum with a part and a whole", "unit: triệu đồng,", "unit: triệu đồng, numerator: a, denominator: b, " +
			"counted_in: c,", 4, "tỷ lệ % phải có đủ"},
		{"one id twice", "id: sum,", "id: rate,", 4, `số liệu "rate" đã có ở a.yaml, dòng 3`},
		{"nobody to confirm it", "confirmed_by: xã}\n  - {id: sum", "}\n  - {id: sum", 3, `thiếu "confirmed_by"`},
		{"a figure nothing judges", "  - {id: word,", "  - {id: idle, name: Thừa, unit: hộ, confirmed_by: xã}\n " +
			" - {id: word,", 5, `không có chỉ tiêu nào dùng số liệu "idle"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.refused(t, "a.yaml", smallFigures, func(pack string) error {
				_, err := alone(filesOf(pack, smallStandard, smallProcedure))
				return err
			})
		})
	}
}

func TestSlipsInAProcedure(t *testing.T) {
	for _, tt := range []slip{
		{"a level without a rule", "levels: [nang-cao, kieu-mau]", "levels: [nang-cao]", 7,
			"mức kieu-mau có 0 quy định"},
		{"a level with two rules", "levels: [ntm]", "levels: [ntm, kieu-mau]", 7, "mức kieu-mau có 2 quy định"},
		{"a key criterion that is none", `key: ["1"]`, `key: ["1", "9"]`, 1, "mức ntm không có tiêu chí 9"},
		{"checked by no standard", "by: ntm", "by: nang-cao", 1, "mức nang-cao không có tiêu chí 1"},
		{"revocation without a status", "  status: seen\n", "", 1, "quy định thu hồi chưa có căn cứ"},
		{"revocation without a source", "  source: thử\n", "", 1, "quy định thu hồi chưa có căn cứ"},
		{"an amendment without a basis", "  source: thử\n",
			"  source: thử\n  amended: {from: 2002-01-01, status: doubtful}\n", 1,
			"quy định thu hồi sau sửa đổi chưa có căn cứ"},
		{"a clause without words", ", text: từ một nửa", "", 1, `thiếu "text"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.refused(t, "c.yaml", smallProcedure, func(pack string) error {
				_, err := alone(filesOf(smallFigures, smallStandard, pack))
				return err
			})
		})
	}
}

func TestSlipsInAProvincesOverlay(t *testing.T) {
	pack := strings.Replace(smallOverlay, "set:\n", smallAddition, 1)
	higher := strings.NewReplacer("id: thu\n", "id: thu-cao\n", "level: ntm", "level: nang-cao", "annex:",
		"prerequisite: {level: ntm, text: thử, status: seen, source: thử}\nannex:").Replace(smallStandard)
	if _, err := small(higher, pack); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []slip{
		{"of no province", "province: Thanh Hóa\n", "", 1, "quy định của tỉnh phải nói là tỉnh nào"},
		{"for the nation", "layer: province", "layer: nation", 19, "chỉ ngưỡng đã đối chiếu với quyết định"},
		{"adds what there is", `- "no": "3"`, `- "no": "1.1"`, 13, "chỉ tiêu 1.1 đã có trong bộ tiêu chí thu"},
		{"adds without a basis", "at_least: 1, status: seen", "at_least: 1", 15, "ngưỡng chưa có căn cứ"},
		{"adds in a column that is none", "{figure: sum, at_least: 1,", "{figure: sum, at_least: {vùng: 1},", 15,
			`không có vùng hoặc nhóm "vùng"`},
		{"a prerequisite without a basis", "text: thử, status: seen, source: thử}", "text: thử}", 17,
			"điều kiện tiên quyết của mức nang-cao chưa có căn cứ"},
		{"a level that rests on itself", "for: nang-cao, level: ntm", "for: nang-cao, level: nang-cao", 17,
			`mức nang-cao không thể chỉ cần đạt "nang-cao"`},
		{"a prerequisite dropped", "for: nang-cao, level: ntm, ", "for: nang-cao, ", 17,
			`mức nang-cao không thể chỉ cần đạt ""`},
		{"sets what is not", "ntm/2\n", "ntm/7\n", 19, `không có chỉ tiêu "ntm/7" trong các năm 2001-2003`},
		{"sets without saying how", "    at_most: 4\n", "", 19, "có 0 cách xét"},
		{"one threshold twice", "set:\n", "set:\n  - {indicator: ntm/2, at_most: 3, status: seen, source: thử}\n",
			20, "hai quy định đặt cho cùng một ngày: tinh và tinh"},
		{"columns that are none", "    at_most: 4", "    columns: [bắc]\n    at_most: 4", 19,
			`không có vùng hoặc nhóm "bắc"`},
		{"a condition of no level", "ntm/2\n", "xã/dieu-kien\n", 19, `không có chỉ tiêu "xã/dieu-kien"`},
		{"laxer for some communes only", "    at_most: 4", "    with: [area_ii]\n    at_most: 7.5", 19,
			"≤ 7,5 triệu đồng, dễ hơn mức ≤ 7 triệu đồng"},
		{"an unknown part for a number", "    at_most: 4", "    all_of: [{figure: sum, at_most: unknown}]", 19,
			"không so được với mức ≤ 5 triệu đồng"},
		{"a value that is said to be missing", "at_most: 4\n    status: seen", "at_most: 4\n    status: missing",
			19, "ngưỡng có giá trị mà tình trạng là missing"},
		{"a condition that the procedure has", "set:\n", "conditions:\n  - {id: dieu-kien, name: thử, rules: " +
			"[{figure: sum, at_most: 1, status: seen, source: thử}]}\nset:\n", 19,
			`điều kiện "dieu-kien" đã có trong thủ tục`},
		{"a condition for some years only", "set:\n", "conditions:\n  - {id: them, name: thử, rules: [{levels: " +
			"[ntm], from: 2002-01-01, figure: sum, at_most: 1, status: seen, source: thử}]}\nset:\n", 19,
			"mức ntm có 0 quy định, cần đúng một"},
		{"laxer", "at_most: 4", "at_most: 5.01", 19, "≤ 5,01 triệu đồng, dễ hơn mức ≤ 5 triệu đồng của 01/QĐ-THỬ"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.refused(t, "e.yaml", pack, func(pack string) error {
				_, err := Over(&criteria.Library{}, Folder{FS: filesOf(smallFigures, smallStandard, smallProcedure,
					higher)}, Folder{FS: fstest.MapFS{"e.yaml": {Data: []byte(pack)}}})
				return err
			})
		})
	}
}

func TestSlipsInGroups(t *testing.T) {
	pack := strings.Replace(smallOverlay, "set:\n", "groups:\n  - {id: a, name: A, any_of: [[area_ii]], status: "+
		"seen, source: thử}\n  - {id: b, name: B, otherwise: true, status: seen, source: thử}\nset:\n", 1)
	if _, err := small(pack); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []slip{
		{"no source", "any_of: [[area_ii]], status: seen, source: thử", "any_of: [[area_ii]], status: seen", 9,
			"nhóm a chưa có căn cứ"},
		{"no status", "otherwise: true, status: seen,", "otherwise: true,", 10, "nhóm b chưa có căn cứ"},
		{"one group twice", "id: b", "id: a", 10, "nhóm a ghi hai lần"},
		{"of no communes", "otherwise: true, ", "", 10, "nhóm b cần any_of"},
		{"of some and of the rest", "any_of: [[area_ii]], ", "any_of: [[area_ii]], otherwise: true, ", 9,
			"nhóm a cần any_of"},
		{"a region among the groups", "at_most: 4", "at_most: {btb: 4}", 13, `không có vùng hoặc nhóm "btb"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.refused(t, "d.yaml", pack, func(pack string) error {
				_, err := small(pack)
				return err
			})
		})
	}
}

// A rule is held against what the nation asks on the days it holds, and against
// nothing else: 10 % is as strict as the nation in 2001, though not in 2002.
func TestARuleIsComparedOnItsOwnDays(t *testing.T) {
	pack := strings.Replace(smallOverlay, "ntm/2\n    at_most: 4",
		"ntm/1.1\n    columns: [btb]\n    until: 2001-12-31\n    at_least: 10", 1)
	if _, err := small(pack); err != nil {
		t.Errorf("refused: %v", err)
	}
	if _, err := small(strings.Replace(pack, "2001-12-31", "2002-01-01", 1)); err == nil ||
		!strings.Contains(err.Error(), "năm 2002, cột btb: ≥ 10 %, dễ hơn mức ≥ 20 %") {
		t.Errorf("a day longer: %v", err)
	}
}

func TestTwoPacksThatAreOne(t *testing.T) {
	other := strings.Replace(smallStandard, "id: thu\n", "id: thu-hai\n", 1)
	for name, tt := range map[string]struct{ pack, want string }{
		"two standards of a level and a year": {strings.Replace(other, "from: 2001", "from: 2003", 1),
			"bộ tiêu chí mức ntm năm 2003 đã có"},
		"two standards of one id": {strings.NewReplacer("level: ntm",
			"level: kieu-mau").Replace(smallStandard), `bộ tiêu chí "thu" đã có ở b.yaml, dòng 1`},
	} {
		if _, err := small(tt.pack); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := small(smallOverlay, strings.Replace(smallOverlay, "ntm/2\n    at_most: 4",
		"ntm/1.1\n    at_least: 40", 1)); err == nil || !strings.Contains(err.Error(),
		`bộ quy định "tinh" đã có ở d.yaml`) {
		t.Errorf("two overlays of one id: %v", err)
	}
}

// Two overlays clash only where they meet: in layer, province, years, days,
// columns and communes.
func TestOverlaysClashOnlyWhereTheyMeet(t *testing.T) {
	first := strings.Replace(smallOverlay, "    at_most: 4\n", "    from: 2002-01-01\n    until: 2002-12-31\n   "+
		" columns: [btb, tn]\n    with: [area_ii]\n    at_most: 4\n", 1)
	for _, tt := range []struct {
		name, from, to string
		clash          bool
	}{
		{"the very same", "", "", true},
		{"another indicator", "ntm/2\n", "ntm/1.1\n", false},
		{"another layer", "layer: province", "layer: office", false},
		{"another province", "Thanh Hóa", "Nghệ An", false},
		{"the same province, spelt the other way", "Thanh Hóa", "Thanh Hoá", true},
		{"other years", "years: {from: 2001, to: 2003}", "years: {from: 2004, to: 2004}", false},
		{"from the last day on", "from: 2002-01-01\n    until: 2002-12-31", "from: 2002-12-31", true},
		{"from the day after on", "from: 2002-01-01\n    until: 2002-12-31", "from: 2003-01-01", false},
		{"up to the first day", "from: 2002-01-01\n    until: 2002-12-31", "until: 2002-01-01", true},
		{"up to the day before", "from: 2002-01-01\n    until: 2002-12-31", "until: 2001-12-31", false},
		{"a column in common", "[btb, tn]", "[tn, dnb]", true},
		{"no column in common", "[btb, tn]", "[dnb]", false},
		{"every column", "    columns: [btb, tn]\n", "", true},
		{"communes of another kind too", "with: [area_ii]", "with: [area_iii]", true},
		{"every other commune", "with: [area_ii]", "without: [area_ii]", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			second := strings.Replace(strings.Replace(first, "id: tinh", "id: tinh-hai", 1), tt.from, tt.to, 1)
			for i, packs := range [][]string{{first, second}, {second, first}} {
				var found int
				_, err := small(packs...)
				if err != nil {
					for _, p := range problem.Of(err) {
						if strings.Contains(p.Message, "cùng một ngày") {
							found++
						}
					}
				}
				if (found == 1) != tt.clash {
					t.Errorf("order %d: %d clashes: %v", i, found, err)
				}
			}
		})
	}
}

func TestOverlaysOfEveryProvinceMeetThoseOfOne(t *testing.T) {
	all := strings.NewReplacer("layer: province\nprovince: Thanh Hóa", "layer: office", "id: tinh",
		"id: moi-tinh").Replace(smallOverlay)
	one := strings.Replace(smallOverlay, "layer: province", "layer: office", 1)
	if _, err := small(all, one); err == nil || !strings.Contains(err.Error(), "tinh và moi-tinh") {
		t.Errorf("got %v", err)
	}
}
