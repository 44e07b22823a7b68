package places

import (
	"encoding/json"
	"testing"
	"time"
)

func old(t *testing.T, code string) Unit { return unit(t, before(), code) }
func now(t *testing.T, code string) Unit { return unit(t, since(), code) }

func unit(t *testing.T, list *Directory, code string) Unit {
	t.Helper()
	p, ok := list.byCode(code)
	if !ok {
		t.Fatalf("no unit %s", code)
	}
	return p
}

func TestKeys(t *testing.T) {
	for name, test := range map[string]struct {
		unit Unit
		want string
	}{
		"old":                             {old(t, "17479"), "17479"},      // xã Diễn Thịnh
		"new, bears another's code":       {now(t, "17479"), "17479@2025"}, // xã An Châu
		"new, of the same name":           {now(t, "07282"), "07282@2025"}, // Đồng Kỳ: grown, not the same
		"untouched, before":               {old(t, "00859"), "00859"},      // xã Ngọc Long
		"untouched, after":                {now(t, "00859"), "00859"},      // another province, the same xã
		"untouched, its tone mark moved":  {now(t, "15010"), "15010"},      // Sơn Thủy, Sơn Thuỷ
		"not merged, but of another name": {now(t, "18919"), "18919@2025"}, // Hóa Tiến, Tân Thành
	} {
		if got := test.unit.Key(); got != test.want {
			t.Errorf("%s: %s is %q, want %q", name, test.unit, got, test.want)
		}
		back, ok := ByKey(test.want)
		if !ok || back.Code != test.unit.Code || back.Key() != test.want {
			t.Errorf("%s: %q is %s", name, test.want, back)
		}
	}
}

// No two units share a key, but those that are one and the same before and after.
func TestKeysAreApart(t *testing.T) {
	seen := map[string]Unit{}
	for _, list := range []*Directory{before(), since()} {
		for _, p := range list.All() {
			if was, twice := seen[p.Key()]; twice && !untouched(p.Code) {
				t.Errorf("%s and %s", was, p)
			}
			if list.old != p.OfOldList() || p.Home() == "" {
				t.Errorf("%s: old %t, home %q", p, p.OfOldList(), p.Home())
			}
			seen[p.Key()] = p
		}
	}
	if _, ok := ByKey("99999"); ok {
		t.Error("99999 is a unit")
	}
}

func TestProvinces(t *testing.T) {
	for text, want := range map[string]Province{
		"Thanh Hóa":       {"Thanh Hóa", "tỉnh Thanh Hóa", "Thanh Hóa", false},
		"Thanh Hoá":       {"Thanh Hóa", "tỉnh Thanh Hóa", "Thanh Hóa", false},
		"tỉnh thanh hoa":  {"Thanh Hóa", "tỉnh Thanh Hóa", "Thanh Hóa", false},
		"Khanh-Hoa":       {"Khánh Hòa", "tỉnh Khánh Hòa", "Khánh Hòa", false},
		"Bắc Ninh":        {"Bắc Ninh", "tỉnh Bắc Ninh", "Bắc Ninh", false},
		"Bắc Giang":       {"Bắc Giang", "tỉnh Bắc Giang", "Bắc Ninh", true},
		"Thừa Thiên Huế":  {"Huế", "thành phố Huế", "Huế", false},
		"Bà Rịa-Vũng Tàu": {"Bà Rịa - Vũng Tàu", "tỉnh Bà Rịa - Vũng Tàu", "Hồ Chí Minh", true},
		"TP.HCM":          {"Hồ Chí Minh", "Thành phố Hồ Chí Minh", "Hồ Chí Minh", false},
	} {
		if got, ok := FindProvince(text); !ok || got != want {
			t.Errorf("%s: %+v, want %+v", text, got, want)
		}
	}
	for _, text := range []string{"", "Xứ Lạ", "tỉnh"} {
		if got, ok := FindProvince(text); ok {
			t.Errorf("%q is %+v", text, got)
		}
	}
}

func TestProvinceHas(t *testing.T) {
	ninh, _ := FindProvince("Bắc Ninh")
	giang, _ := FindProvince("Bắc Giang")
	hue, _ := FindProvince("Huế")
	for name, test := range map[string]struct {
		province Province
		of       string
		year     int
		want     bool
	}{
		"its own":                     {ninh, "Bắc Ninh", 2024, true},
		"not yet put into it":         {ninh, "Bắc Giang", 2024, false},
		"papers of before the reform": {ninh, "Bắc Giang", 2025, true},
		"any year":                    {ninh, "Bắc Giang", 0, true},
		"gone":                        {giang, "Bắc Giang", 2024, true},
		"gone, another's":             {giang, "Bắc Ninh", 2026, false},
		"renamed":                     {hue, "Thừa Thiên Huế", 2023, true},
		"renamed, another's":          {hue, "Thanh Hoá", 2023, false},
	} {
		if got := test.province.Has(test.of, test.year); got != test.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

func TestSuccessorsOfAUnit(t *testing.T) {
	at := On(time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC))
	p, err := at.Lookup(Query{Code: "17479"})
	if err != nil {
		t.Fatal(err)
	}
	if got := Successors(p); len(got) == 0 || got[0].OfOldList() {
		t.Errorf("%s: %v", p, got)
	}
	if got := Successors(old(t, "00859")); len(got) != 0 {
		t.Errorf("an untouched xã: %v", got)
	}
	if got := Successors(now(t, "17479")); got != nil {
		t.Errorf("a unit of today: %v", got)
	}
}

// A unit outside the lists has a key and a home of its own, however it is spelt.
func TestDeclared(t *testing.T) {
	for _, u := range []Unit{
		{Name: "GIẢ Định", District: "Thử  Nghiệm", Province: "Hư Cấu", Declared: true},
		{Name: "gia dinh", District: "thu nghiem", Province: "hu cau", Declared: true},
	} {
		if u.Key() != "~thu nghiem/gia dinh" || u.Home() != "~hu cau" || !IsDeclared(u.Key()) || !IsDeclared(u.Home()) {
			t.Errorf("%+v is %q in %q", u, u.Key(), u.Home())
		}
		if district, name := DeclaredNames(u.Key()); DeclaredKey(district, name) != u.Key() {
			t.Errorf("%q is of %q, %q", u.Key(), district, name)
		}
	}
}

// What a document keeps of a unit is enough to know it by.
func TestKeptUnits(t *testing.T) {
	for _, u := range []Unit{old(t, "16492"), now(t, "17479"), old(t, "00859"), now(t, "00859"), now(t, "18919")} {
		text, err := json.Marshal(u)
		if err != nil {
			t.Fatal(err)
		}
		var back Unit
		if err := json.Unmarshal(text, &back); err != nil {
			t.Fatal(err)
		}
		back.KeptTitle = u.Title()
		if back.Key() != u.Key() || back.Home() != u.Home() || back.String() != u.String() {
			t.Errorf("%s %s of %s is read back as %s %s of %s", u.Key(), u, u.Home(), back.Key(), back, back.Home())
		}
	}
}
