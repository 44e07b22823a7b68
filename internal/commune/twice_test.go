package commune

import (
	"strings"
	"testing"

	"ntm/internal/problem"
)

// What is written down twice is not counted twice: a village is refused, capital and debts
// are asked about.
func TestNothingIsCountedTwice(t *testing.T) {
	const village = ", forms_out: 100, forms_back: 100, satisfied: 90}"
	for _, tt := range []struct{ name, body, want string }{
		{"a village", "satisfaction:\n  villages:\n    - {name: Thôn 1" + village + "\n    - {name: Thôn 2" + village +
			"\n    - {name: Thôn 2" + village + "\n", `8, cột 7: thôn "Thôn 2" ghi hai lần trong kết quả lấy ý ` +
			`kiến (lần trước ở dòng 7)`},
		{"a village in another spelling", "satisfaction: {villages: [{name: Thôn Hoà" + village + ", {name: thôn  HÒA" +
			village + "]}\n", "ghi hai lần"},
		{"a source", "capital:\n  - {source: central, value: 600, years: {from: 2021, to: 2023}}\n" +
			"  - {source: central, value: 600, years: {from: 2021, to: 2023}}\n",
			`6, cột 5: nguồn "Ngân sách trung ương" (2021-2023) có hai dòng (dòng trước ở dòng 5): là một khoản ` +
				`hay hai khoản?`},
		{"a source in years that overlap", "capital: [{source: credit, value: 5, years: {from: 2021, to: 2022}}, " +
			"{source: credit, value: 6, years: {from: 2022, to: 2023}}]\n", "là một khoản hay hai khoản?"},
		{"a source without years and with them", "capital: [{source: credit, value: 5}, " +
			"{source: credit, kind: money, value: 6, years: {from: 2022}}]\n", "là một khoản hay hai khoản?"},
		{"land, by quantity and price", "capital: [{source: people, kind: land, quantity: 5, unit: m2, " +
			"unit_price: 1}, " +
			"{source: people, kind: land, value: 5}]\n", "là một khoản hay hai khoản?"},
		{"shares", "capital: [{source: central, share: 20}, {source: central, share: 20}]\n",
			"là một khoản hay hai khoản?"},
		{"a debt", "arrears: [{work: Đường thôn 1, owed: 5}, {work: đường thôn 1, owed: 5}]\n",
			"là một hay hai công trình?"},
		{"two villages", "satisfaction: {villages: [{name: Thôn 1" + village + ", {name: Thôn 11" + village +
			"]}\n", ""},
		{"kinds of one source", "capital: [{source: people, kind: money, value: 5}, {source: people, kind: land, " +
			"value: 5}]\n",
			""},
		{"years apart", "capital: [{source: credit, value: 5, years: {from: 2021}}, {source: credit, value: 5, " +
			"years: {from: 2022, to: 2023}}]\n", ""},
		{"two programmes", "capital: [{source: central, value: 5, note: giảm nghèo}, {source: central, value: 5, " +
			"note: nông thôn mới}]\n", ""},
		{"labour that nobody counted", "capital: [{source: people, kind: labour}, {source: people, kind: labour, " +
			"value: 2}]\n",
			""},
		{"works of one name by two decisions", "arrears: [{work: Đường, decision: 1/QĐ, owed: 5}, {work: Đường, " +
			"decision: 2/QĐ, owed: 5}]\n", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := read(t, tt.body)
			if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
				t.Fatalf("%v", err)
			}
			if err != nil && problem.Of(err)[0].Hint == "" {
				t.Error("it is not said what to do")
			}
		})
	}
}

// Shares of one whole come to no more than it, but for what they were rounded by.
func TestSharesThatAreTooMany(t *testing.T) {
	for capital, wrong := range map[string]bool{
		"{source: central, share: 20}, {source: people, share: 66.63}":                                   false,
		"{source: central, share: 50}, {source: people, share: 66.63}":                                   true,
		"{source: central, share: 33.4}, {source: province, share: 33.4}, {source: people, share: 33.4}": false,
		"{source: central, share: 60, years: {from: 2021, to: 2022}}, " +
			"{source: central, share: 60, years: {from: 2023, to: 2024}}": false,
	} {
		_, err := read(t, "capital: ["+capital+"]\n")
		if (err != nil) != wrong || wrong && !strings.Contains(err.Error(), "vượt quá 100 %") {
			t.Errorf("%s: %v", capital, err)
		}
	}
}

// Shares alone have a place, and come back as they were.
func TestSharesOfCapital(t *testing.T) {
	r, err := read(t, "capital: [{source: central, share: 20}, {source: people, share: 66.63, note: a}]\n")
	if err != nil {
		t.Fatal(err)
	}
	if _, known := r.Capital[0].Worth(); known || r.Capital[1].Share.String() != "66.63" {
		t.Errorf("%+v", r.Capital)
	}
	text, err := r.JSON()
	if err != nil || !strings.Contains(string(text), "66.63") {
		t.Errorf("%s, %v", text, err)
	}
	for _, share := range []string{"-1", "100.01"} {
		if _, err := read(t, "capital: [{source: central, share: "+share+"}]\n"); err == nil {
			t.Errorf("%s %% was taken", share)
		}
	}
}
