package packs

import (
	"bytes"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/problem"
)

// leaving is an invented pack that leaves households out of the rate of poverty.
const leaving = `schema: ntm.overlay.v1
id: tru-gia-dinh
name: Quy định giả định (không có giá trị pháp lý)
layer: province
province: Thanh Hóa
years: {from: 2022, to: 2024}
decision: {number: 00/QĐ-GIẢ-ĐỊNH, date: 2022-01-01}
leave_out:
  - figure: poor_households_left_out
    from: numerator
    article: Điều 1 giả định
    status: recalled
    source: giả định
`

const theRate, theCount = "multidimensional_poverty_rate", "poor_households_left_out"

// T14: each slip in a rule of what is left out is an error with its line.
func TestT14SlipsInARuleOfWhatIsLeftOut(t *testing.T) {
	if _, err := loadOffice(t, leaving); err != nil {
		t.Fatalf("the pack without a slip: %v", err)
	}
	const another = "  - {figure: poor_households_left_out, from: both, article: Điều 2, status: seen, source: " +
		"giả định}\n"
	for name, tt := range map[string]struct {
		from, to string
		line     int
		want     string
	}{
		"an unknown key":       {"    from:", "    of: x\n    from:", 10, `khóa không có trong mẫu "of"`},
		"an unknown figure":    {theCount, "ho_ngheo", 9, `không có số liệu "ho_ngheo"`},
		"a figure of its own":  {theCount, "school_count", 9, "không phải là số được trừ của tỷ lệ nào"},
		"an unknown way":       {"from: numerator", "from: denominator", 10, `đọc thấy cách trừ "denominator"`},
		"no way":               {"    from: numerator\n", "", 9, `thiếu "from"`},
		"no article":           {"    article: Điều 1 giả định\n", "", 9, `thiếu "article"`},
		"no source":            {"    source: giả định\n", "", 9, "chưa có căn cứ"},
		"nothing known":        {"status: recalled", "status: missing", 9, "chưa có căn cứ"},
		"confirmed by nobody":  {"status: recalled", "status: confirmed", 9, "phải ghi ai xác nhận"},
		"one figure two times": {"leave_out:\n", "leave_out:\n" + another, 10, "hai quy định trừ"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := loadOffice(t, strings.Replace(leaving, tt.from, tt.to, 1))
			if err == nil {
				t.Fatal("loaded without complaint")
			}
			if p := problem.Of(err)[0]; p.Line != tt.line || !strings.Contains(p.Message, tt.want) {
				t.Errorf("line %d: %s", p.Line, p.Message)
			}
		})
	}
	schema := compile(t, "overlay")
	if err := schema.Validate(asJSON(t, leaving)); err != nil {
		t.Errorf("the schema refuses the pack: %v", err)
	}
	for _, slip := range [][2]string{
		{"from: numerator", "from: denominator"}, {"    article: Điều 1 giả định\n", ""},
		{"    from:", "    of: x\n    from:"},
	} {
		if err := schema.Validate(asJSON(t, strings.Replace(leaving, slip[0], slip[1], 1))); err == nil {
			t.Errorf("the schema passes %q", slip[1])
		}
	}
}

// T14: two packs of one layer, for the same communes, set one rule only.
func TestT14TwoRulesForOneCount(t *testing.T) {
	for name, tt := range map[string]struct {
		from, to string
		refused  bool
	}{
		"the same":         {"", "", true},
		"for all":          {"province: Thanh Hóa\n", "province: thanh hoa\n", true},
		"another province": {"province: Thanh Hóa\n", "province: Nghệ An\n", false},
		"other years":      {"{from: 2022, to: 2024}", "{from: 2025, to: 2025}", false},
		"another layer":    {"layer: province\n", "layer: office\n", false},
	} {
		second := strings.Replace(strings.Replace(leaving, "tru-gia-dinh", "tru-gia-dinh-2", 1), tt.from, tt.to, 1)
		if _, err := loadOffice(t, leaving, second); (err != nil) != tt.refused {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// T14: a count is left out of a rate that counts the same, once, and judged by
// nothing itself.
func TestT14WhatTheDictionaryMayLeaveOut(t *testing.T) {
	const count = "  - {id: some, name: Số thử, unit: hộ, leaves_out_of: rate, confirmed_by: xã}\n"
	judging := strings.Replace(smallOverlay, "at_most", "figure: some\n    at_most", 1)
	for name, tt := range map[string]struct{ figures, overlay, want string }{
		"one count":          {count, "", ""},
		"two counts":         {count + strings.Replace(count, "id: some", "id: more", 1), "", "đã có ở"},
		"of nothing":         {strings.Replace(count, "of: rate", "of: none", 1), "", `không có tỷ lệ "none"`},
		"of what is no rate": {strings.Replace(count, "of: rate", "of: sum", 1), "", "không trừ được"},
		"of another unit":    {strings.Replace(count, "unit: hộ", "unit: nhà", 1), "", "không trừ được"},
		"judged by":          {count, judging, "không xét riêng"},
		"a formula of a sum": {strings.Replace(count, "unit: hộ", "unit: hộ, formula: a / b", 1), "", "mới có formula"},
	} {
		t.Run(name, func(t *testing.T) {
			packs := []string{smallFigures + tt.figures, smallStandard, smallProcedure}
			if tt.overlay != "" {
				packs = append(packs, tt.overlay)
			}
			_, err := alone(filesOf(packs...))
			if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
				t.Errorf("%v, want %q", err, tt.want)
			}
		})
	}
}

func withPacks(t *testing.T, q criteria.Query, packs ...string) *criteria.Set {
	t.Helper()
	lib := Embedded()
	if len(packs) > 0 {
		var err error
		if lib, err = loadOffice(t, packs...); err != nil {
			t.Fatal(err)
		}
	}
	q.Region = criteria.NorthCentral
	set, err := lib.Resolve(q)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// T14: the lowest layer's rule holds, in its province and years; elsewhere nobody is
// left out and the set is the one it was.
func TestT14WhoseRuleHolds(t *testing.T) {
	office := strings.NewReplacer(
		"tru-gia-dinh", "van-phong", "layer: province\nprovince: Thanh Hóa\n", "layer: office\n",
		"from: numerator", "from: both",
		"leave_out:\n  -", "leave_out:\n  - decision: {number: 01/NQ-GIẢ-ĐỊNH}\n   ",
	).Replace(leaving)
	thanhHoa := criteria.Query{Year: 2023, Province: "Thanh Hóa"}
	upTo := func(layer criteria.Layer) criteria.Query {
		q := thanhHoa
		q.UpTo = layer
		return q
	}
	for name, tt := range map[string]struct {
		q        criteria.Query
		packs    []string
		from     criteria.LeftFrom
		decision string
	}{
		"no pack":          {thanhHoa, nil, "", ""},
		"the province":     {thanhHoa, []string{leaving}, criteria.FromNumerator, "00/QĐ-GIẢ-ĐỊNH"},
		"another province": {criteria.Query{Year: 2023, Province: "Nghệ An"}, []string{leaving}, "", ""},
		"a year too late":  {criteria.Query{Year: 2025, Province: "Thanh Hóa"}, []string{leaving}, "", ""},
		"the office below": {thanhHoa, []string{leaving, office}, criteria.FromBoth, "01/NQ-GIẢ-ĐỊNH"},
		"up to the province": {upTo(criteria.Province), []string{leaving, office}, criteria.FromNumerator,
			"00/QĐ-GIẢ-ĐỊNH"},
		"what the nation has": {upTo(criteria.Nation), []string{leaving, office}, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			set, plain := withPacks(t, tt.q, tt.packs...), withPacks(t, tt.q)
			if len(set.LeftOut) != 1 || set.LeftOut[0].Count.ID != theCount || set.LeftOut[0].Rate.ID != theRate {
				t.Fatalf("left out: %+v", set.LeftOut)
			}
			l := set.LeftOut[0]
			if l.From != tt.from || l.Basis.Decision != tt.decision || (len(set.Rules()) > 0) != (tt.from != "") {
				t.Errorf("%q by %q, want %q by %q", l.From, l.Basis.Decision, tt.from, tt.decision)
			}
			b := l.Basis
			if tt.from != "" && (b.Annex != "Điều 1 giả định" || b.Status != criteria.Recalled || b.Year != tt.q.Year) {
				t.Errorf("basis %+v", l.Basis)
			}
			if (set.Digest != plain.Digest) != (tt.from != "") {
				t.Errorf("%s, without the packs %s", set.Digest, plain.Digest)
			}
			if figures := set.Figures(); figures[theCount] != l.Count || figures[theRate] != l.Rate {
				t.Error("the figures are not the set's own")
			}
		})
	}
	if set := withPacks(t, criteria.Query{Year: 2018, Province: "Thanh Hóa"}, leaving); len(set.LeftOut) != 0 {
		t.Errorf("2018, which judges another rate: %+v", set.LeftOut)
	}
}

// T14: every part of a rule is named by the digest, and read back from a snapshot.
func TestT14TheRuleIsKept(t *testing.T) {
	q := criteria.Query{Year: 2023, Province: "Thanh Hóa"}
	digests := map[string]string{}
	for name, text := range map[string]string{
		"none": strings.Replace(leaving, "2022, to: 2024", "2024, to: 2024", 1), "set": leaving,
		"from both":         strings.Replace(leaving, "numerator", "both", 1),
		"another article":   strings.Replace(leaving, "Điều 1", "Điều 2", 1),
		"another decision":  strings.Replace(leaving, "00/", "01/", 1),
		"another status":    strings.Replace(leaving, "recalled", "seen", 1),
		"the office's rule": strings.Replace(leaving, "layer: province", "layer: office", 1),
	} {
		set := withPacks(t, q, text)
		for other, digest := range digests {
			if digest == set.Digest {
				t.Errorf("%s and %s have one digest", name, other)
			}
		}
		digests[name] = set.Digest
		written, err := set.Snapshot()
		if err != nil {
			t.Fatal(err)
		}
		read, err := criteria.ReadSnapshot(written)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		a, b := set.LeftOut[0], read.LeftOut[0]
		figures := read.Figures()
		if a.From != b.From || a.Basis != b.Basis || b.Count != figures[theCount] || b.Rate != figures[theRate] {
			t.Errorf("%s: written %+v, read %+v", name, a, b)
		}
	}
	written, err := withPacks(t, q, leaving).Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string][2]string{
		"no rate":        {`"leaves_out_of":"multidimensional_poverty_rate"`, `"leaves_out_of":"none"`},
		"no count":       {`"left_out":[{"count":"poor_households_left_out"`, `"left_out":[{"count":"none"`},
		"no grounds":     {`"from":"numerator","basis":`, `"from":"numerator","base":`},
		"another way":    {`"from":"numerator"`, `"from":"both"`},
		"a strange way":  {`"from":"numerator"`, `"from":"all"`},
		"strange ground": {`"from":"numerator","basis":`, `"from":"numerator","basis":99`},
	} {
		damaged := bytes.Replace(written, []byte(change[0]), []byte(change[1]), 1)
		if bytes.Equal(damaged, written) {
			t.Fatalf("%s: nothing was damaged", name)
		}
		if _, err := criteria.ReadSnapshot(damaged); err == nil {
			t.Errorf("%s: read", name)
		}
	}
}

// T14: a day of checking that has not come is refused of a rule too.
func TestT14ARuleCheckedTomorrow(t *testing.T) {
	const confirmed = "status: confirmed\n    checked_by: người giả định\n    checked_on: 2024-01-02"
	text := strings.Replace(leaving, "status: recalled", confirmed, 1)
	lib, err := loadOffice(t, text)
	if err != nil {
		t.Fatal(err)
	}
	if err := lib.CheckedBy(criteria.Day(2024, 1, 2)); err != nil {
		t.Errorf("on the day: %v", err)
	}
	if err := lib.CheckedBy(criteria.Day(2024, 1, 1)); err == nil {
		t.Error("the day before: not refused")
	}
}
