package criteria_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"ntm/criteria"

	"github.com/shopspring/decimal"
)

// set holds a closed set to what all of them promise: every word has a title of its own
// and is read back; no other word is.
func set[T ~string, P interface {
	*T
	encoding.TextUnmarshaler
}](t *testing.T, all []T, title func(T) string) {
	t.Helper()
	seen := map[string]bool{}
	for _, word := range all {
		var got T
		if err := P(&got).UnmarshalText([]byte(word)); err != nil || got != word {
			t.Errorf("%T %q is read as %q: %v", word, word, got, err)
		}
		if text := title(word); text == "" || seen[text] {
			t.Errorf("%T %q has the title %q", word, word, text)
		} else {
			seen[text] = true
		}
	}
	var none T
	if err := P(&none).UnmarshalText([]byte("không có trong tập")); err == nil {
		t.Errorf("%T takes any word", none)
	}
}

func TestClosedSets(t *testing.T) {
	set(t, criteria.Levels, criteria.Level.Title)
	set(t, criteria.Statuses, criteria.Status.Title)
	set(t, criteria.Layers, criteria.Layer.Title)
	set(t, criteria.LeftFroms, criteria.LeftFrom.Title)
	for _, s := range criteria.Statuses {
		if s.Sure() != (s == criteria.Confirmed || s == criteria.Seen) {
			t.Errorf("%s is sure: %t", s, s.Sure())
		}
	}
}

func TestRangeHoldsItsEnds(t *testing.T) {
	r := criteria.Range{From: decimal.NewFromInt(1), To: decimal.NewFromInt(3)}
	for text, want := range map[string]bool{"0.999": false, "1": true, "2": true, "3": true, "3.0001": false} {
		if r.Contains(decimal.RequireFromString(text)) != want {
			t.Error(text)
		}
	}
}

func TestADayInJSON(t *testing.T) {
	for _, day := range []criteria.Date{{}, criteria.Day(2022, time.March, 8)} {
		data, err := json.Marshal(day)
		var got criteria.Date
		if err != nil || json.Unmarshal(data, &got) != nil || got != day {
			t.Errorf("%s becomes %s, read as %s", day, data, got)
		}
		if text, err := day.MarshalText(); err != nil || fmt.Sprintf("%q", text) != string(data) {
			t.Errorf("%s, %s", text, data)
		}
	}
	if err := json.Unmarshal([]byte(`"32/13/2022"`), new(criteria.Date)); err == nil {
		t.Error("a day that is none is read")
	}
}

// Levels are called by their Vietnamese names too, and by no other word.
func TestLevelNamed(t *testing.T) {
	for text, want := range map[string]criteria.Level{
		"nâng cao": criteria.NangCao, "NÂNG CAO": criteria.NangCao, "nang cao": criteria.NangCao,
		"nang-cao": criteria.NangCao, "nangcao": criteria.NangCao,
		"NTM nâng cao": criteria.NangCao, "Xã nông thôn mới nâng cao": criteria.NangCao,
		"mức nâng cao": criteria.NangCao,
		"xã đạt chuẩn nông thôn mới nâng cao": criteria.NangCao, "kiểu mẫu": criteria.KieuMau,
		"xã NTM kiểu mẫu": criteria.KieuMau,
		"ntm":             criteria.NTM, "Nông thôn mới": criteria.NTM, "xã nông thôn mới": criteria.NTM,
		"hiện đại": criteria.HienDai, "hien_dai": criteria.HienDai,
		"": "", "vàng": "", "xã": "", "nâng": "", "nâng cao kiểu mẫu": "", "nông thôn": "", "ntmx": "",
	} {
		if got, ok := criteria.LevelNamed(text); got != want || ok != (want != "") {
			t.Errorf("%q is %q, %t", text, got, ok)
		}
	}
	for _, l := range criteria.Levels {
		for _, text := range []string{string(l), l.Title(), l.Brief(), "xã " + l.Title()} {
			if got, _ := criteria.LevelNamed(text); got != l {
				t.Errorf("%q is %q", text, got)
			}
		}
	}
}
