package places

import (
	"errors"
	"strings"
	"testing"

	"ntm/internal/problem"
)

func TestLookup(t *testing.T) {
	tests := []struct {
		name string
		list *Directory
		q    Query
		want string
	}{
		{"code", oldList(), Query{Code: "16492"}, "16492"},
		{"code and names", oldList(), Query{"16492", "Quảng Trung", "Quảng Xương", "Thanh Hoá"}, "16492"},
		{"zeros lost in a spreadsheet, name confirms", oldList(), Query{Code: "4", Name: "Trúc Bạch"}, "00004"},
		{"province", oldList(), Query{Name: "Quảng Trung", Province: "thanh hoá"}, "16492"},
		{"district", oldList(), Query{Name: "Quảng Trung", District: "thị xã Ba Đồn"}, "19075"},
		{"no accents", oldList(), Query{Name: "quang trung", District: "quang xuong", Province: "thanh hoa"}, "16492"},
		{"prefixes", oldList(), Query{Name: "Xã Quảng Trung", District: "Huyện Quảng Xương",
			Province: "Tỉnh Thanh Hóa"}, "16492"},
		{"spelling decides", oldList(), Query{Name: "Hoằng Phụ", District: "Hoằng Hóa"}, "16003"},
		{"the other spelling", oldList(), Query{Name: "Hoằng Phú", District: "Hoằng Hóa"}, "15883"},
		{"tone mark placement is no spelling", oldList(), Query{Name: "Hoà Lộc", District: "Hậu Lộc"}, "16075"},
		{"xã before thị trấn", oldList(), Query{Name: "Yên Viên"}, "00532"},
		{"type asked for", oldList(), Query{Name: "Thị trấn Yên Viên"}, "00526"},
		{"a name that begins like a type", oldList(), Query{Name: "xa dung"}, "03373"},
		{"numbered", oldList(), Query{Name: "Phường 1", District: "Quận 3", Province: "TP.HCM"}, "27160"},
		{"apostrophe", oldList(), Query{Name: "Ea H’Leo"}, "24184"},
		{"the list misspells, the district leaves no doubt", oldList(),
			Query{Name: "Mường Chanh", District: "Mai Sơn"}, "04117"},
		{"not a xã", oldList(), Query{Name: "phường Phúc Xá"}, "00001"},
		{"new unit", newList(), Query{Name: "Quảng Chính", Province: "Thanh Hóa"}, "16489"},
		{"new unit spelled with care", newList(), Query{Name: "Cẩm Giàng", Province: "Hải Phòng"}, "10903"},
		{"special zone", newList(), Query{Name: "Đặc khu Lý Sơn"}, "21548"},
		{"hyphens", newList(), Query{Name: "Chân Mây-Lăng Cô", Province: "Huế"}, "20137"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := tt.list.Lookup(tt.q)
			if err != nil || got.Code != tt.want {
				t.Errorf("Lookup(%+v) = %s %v, %v; want %s", tt.q, got.Code, got, err, tt.want)
			}
		})
	}
}

// Each message and hint as the user reads it.
func TestLookupErrors(t *testing.T) {
	tests := []struct {
		name          string
		list          *Directory
		q             Query
		message, hint string
	}{
		{
			"nothing asked", oldList(), Query{Province: "Thanh Hóa"},
			`chưa ghi mã xã hoặc tên xã`,
			`ghi mã xã gồm 5 chữ số, hoặc ghi tên xã kèm tên huyện (nếu có) và tên tỉnh`,
		},
		{
			"two of one name", oldList(), Query{Name: "Quảng Trung"},
			`có 2 đơn vị phù hợp với "Quảng Trung" trong danh mục trước ngày 01/07/2025: ` +
				`xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh Hóa (mã 16492); xã Quảng Trung, thị xã Ba Đồn, ` +
				`tỉnh Quảng Bình (mã 19075)`,
			`hãy ghi mã xã (ví dụ 16492), hoặc ghi rõ tên huyện, tên tỉnh`,
		},
		{
			"accents would tell", oldList(), Query{Name: "ba to", District: "ba to", Province: "quang ngai"},
			`có 2 đơn vị phù hợp với "ba to, ba to, quang ngai" trong danh mục trước ngày 01/07/2025: ` +
				`xã Ba Tô, huyện Ba Tơ, tỉnh Quảng Ngãi (mã 21523); thị trấn Ba Tơ, huyện Ba Tơ, tỉnh Quảng Ngãi ` +
				`(mã 21484)`,
			`hãy ghi mã xã (ví dụ 21523), hoặc ghi rõ tên xã có đủ dấu`,
		},
		{
			"typed all without accents, exactness says nothing", oldList(),
			Query{Name: "quang trung", Province: "thanh hoa"},
			`có 3 đơn vị phù hợp với "quang trung, thanh hoa" trong danh mục trước ngày 01/07/2025: ` +
				`xã Quang Trung, thị xã Bỉm Sơn, tỉnh Thanh Hóa (mã 14824); xã Quang Trung, huyện Ngọc Lặc, tỉnh ` +
				`Thanh Hóa (mã 15085); ` +
				`xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh Hóa (mã 16492)`,
			`hãy ghi mã xã (ví dụ 14824), hoặc ghi rõ tên huyện, tên xã có đủ dấu`,
		},
		{
			"slip in the name", oldList(), Query{Name: "Quảng Trungg", District: "Quảng Xương"},
			`không có đơn vị nào là "Quảng Trungg, Quảng Xương" trong danh mục trước ngày 01/07/2025`,
			`có phải là xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh Hóa (mã 16492); xã Quảng Trường, huyện ` +
				`Quảng Xương, tỉnh Thanh Hóa (mã 16501); ` +
				`xã Quảng Trạch, huyện Quảng Xương, tỉnh Thanh Hóa (mã 16447)?`,
		},
		{
			"slip in the district", oldList(), Query{Name: "Quảng Trung", District: "Quảng Xươn",
				Province: "Thanh Hóa"},
			`không có huyện, quận, thị xã, thành phố nào tên "Quảng Xươn" thuộc "Thanh Hóa" trong danh mục trước ` +
				`ngày 01/07/2025`,
			`có phải là xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh Hóa (mã 16492)?`,
		},
		{
			"slips in name and district", oldList(), Query{Name: "Quảng Trungg", District: "Quảng Xươn"},
			`không có huyện, quận, thị xã, thành phố nào tên "Quảng Xươn" trong danh mục trước ngày 01/07/2025`,
			`có phải là huyện Quảng Xương, tỉnh Thanh Hóa; huyện Quảng Hòa, tỉnh Cao Bằng; thị xã Quảng Yên,` +
				` tỉnh Quảng Ninh?`,
		},
		{
			"slip in the province", oldList(), Query{Name: "Không Có", Province: "Thanh Hoas"},
			`không có tỉnh, thành phố nào tên "Thanh Hoas" trong danh mục trước ngày 01/07/2025`,
			`có phải là tỉnh Thanh Hóa; tỉnh Khánh Hòa?`,
		},
		{
			"wrong type", oldList(), Query{Name: "phường Yên Viên", Province: "Hà Nội"},
			`không có đơn vị nào là "phường Yên Viên, Hà Nội" trong danh mục trước ngày 01/07/2025`,
			`có phải là xã Yên Viên, huyện Gia Lâm, thành phố Hà Nội (mã 00532)?`,
		},
		{
			"other accents are another commune", newList(), Query{Name: "Quang Trùng", Province: "Thanh Hóa"},
			`không có đơn vị nào là "Quang Trùng, Thanh Hóa" trong danh mục từ ngày 01/07/2025`,
			`có phải là phường Quang Trung, tỉnh Thanh Hóa (mã 14818)?`,
		},
		{
			"nowhere near", oldList(), Query{Name: "zzzz"},
			`không có đơn vị nào là "zzzz" trong danh mục trước ngày 01/07/2025`,
			`kiểm tra lại tên, hoặc ghi mã xã`,
		},
		{
			"short code alone", oldList(), Query{Code: "4"},
			`mã xã phải có 5 chữ số, đã ghi "4"`,
			`nếu là phường Trúc Bạch, quận Ba Đình, thành phố Hà Nội thì ghi đủ số 0 ở đầu: 00004 (bảng tính ` +
				`thường làm mất số này)`,
		},
		{
			"unknown code", oldList(), Query{Code: "99999"},
			`không có đơn vị nào mang mã "99999" trong danh mục trước ngày 01/07/2025`,
			`kiểm tra lại mã (5 chữ số, theo danh mục của cơ quan thống kê), hoặc ghi tên xã kèm tên tỉnh`,
		},
		{
			"unknown code, known name", oldList(), Query{Code: "99999", Name: "Quảng Trung", Province: "Thanh Hóa"},
			`không có đơn vị nào mang mã "99999" trong danh mục trước ngày 01/07/2025`,
			`nếu tên đúng thì sửa mã: xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh Hóa (mã 16492)`,
		},
		{
			"code and name disagree", oldList(), Query{Code: "16492", Name: "Quảng Trạch"},
			`mã 16492 trong danh mục trước ngày 01/07/2025 là của xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh ` +
				`Hóa, không khớp với "Quảng Trạch" đã ghi`,
			`nếu mã đúng thì sửa tên; nếu tên đúng thì sửa mã: xã Quảng Trạch, huyện Quảng Xương, tỉnh Thanh Hóa ` +
				`(mã 16447)`,
		},
		{
			"code and province disagree", oldList(), Query{Code: "16492", Province: "Hà Nam"},
			`mã 16492 trong danh mục trước ngày 01/07/2025 là của xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh ` +
				`Hóa, không khớp với "Hà Nam" đã ghi`,
			`sửa mã hoặc sửa tên cho khớp nhau`,
		},
		{
			"old code", newList(), Query{Code: "16492"},
			`không có đơn vị nào mang mã "16492" trong danh mục từ ngày 01/07/2025`,
			`trước ngày 01/07/2025 có xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh Hóa (mã 16492), nay thuộc xã ` +
				`Quảng Chính, tỉnh Thanh Hóa (mã 16489)`,
		},
		{
			"old name; Quang Trung is no substitute", newList(), Query{Name: "Quảng Trung", Province: "Thanh Hóa"},
			`không có đơn vị nào là "Quảng Trung, Thanh Hóa" trong danh mục từ ngày 01/07/2025`,
			`trước ngày 01/07/2025 có xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh Hóa (mã 16492), nay thuộc xã ` +
				`Quảng Chính, tỉnh Thanh Hóa (mã 16489)`,
		},
		{
			"old name, district and province", newList(), Query{Name: "Quảng Trung", District: "Ba Đồn",
				Province: "Quảng Bình"},
			`không có tỉnh, thành phố nào tên "Quảng Bình" trong danh mục từ ngày 01/07/2025`,
			`trước ngày 01/07/2025 có xã Quảng Trung, thị xã Ba Đồn, tỉnh Quảng Bình (mã 19075), nay thuộc xã ` +
				`Nam Ba Đồn, tỉnh Quảng Trị (mã 19075)`,
		},
		{
			"old province only", newList(), Query{Name: "Không Có", Province: "Quảng Bình"},
			`không có tỉnh, thành phố nào tên "Quảng Bình" trong danh mục từ ngày 01/07/2025`,
			`tỉnh Quảng Bình nay thuộc tỉnh Quảng Trị`,
		},
		{
			"district given where there are none", newList(), Query{Name: "Quảng Chính", District: "Triệu Sơn",
				Province: "Thanh Hóa"},
			`từ ngày 01/07/2025 không còn cấp huyện, không tìm được "Quảng Chính, Triệu Sơn, Thanh Hóa"`,
			`từ ngày 01/07/2025 không còn cấp huyện: nếu là xã Quảng Chính, tỉnh Thanh Hóa (mã 16489) thì bỏ ` +
				`trống tên huyện`,
		},
		{
			"code right, district given where there are none", newList(), Query{"16489", "Quảng Chính",
				"Quảng Xương", "Thanh Hoá"},
			`mã 16489 trong danh mục từ ngày 01/07/2025 là của xã Quảng Chính, tỉnh Thanh Hóa, không khớp với ` +
				`"Quảng Chính, Quảng Xương, Thanh Hoá" đã ghi`,
			`từ ngày 01/07/2025 không còn cấp huyện: nếu là xã Quảng Chính, tỉnh Thanh Hóa (mã 16489) thì bỏ ` +
				`trống tên huyện`,
		},
		{
			"the code went to another name", newList(), Query{Code: "00004", Name: "Trúc Bạch"},
			`mã 00004 trong danh mục từ ngày 01/07/2025 là của phường Ba Đình, thành phố Hà Nội, không khớp với ` +
				`"Trúc Bạch" đã ghi`,
			`trước ngày 01/07/2025 có phường Trúc Bạch, quận Ba Đình, thành phố Hà Nội (mã 00004), nay thuộc ` +
				`phường Ba Đình, thành phố Hà Nội (mã 00004)`,
		},
		{
			"new unit too early", oldList(), Query{Name: "Nam Ba Đồn"},
			`không có đơn vị nào là "Nam Ba Đồn" trong danh mục trước ngày 01/07/2025`,
			`xã Nam Ba Đồn, tỉnh Quảng Trị (mã 19075) chỉ có từ ngày 01/07/2025, lập từ: Xã Quảng Tân; Xã Quảng ` +
				`Trung; Xã Quảng Tiên; Xã Quảng Sơn; Xã Quảng Thủy`,
		},
		{
			"new code too early", oldList(), Query{Code: "11948"},
			`không có đơn vị nào mang mã "11948" trong danh mục trước ngày 01/07/2025`,
			`đặc khu Bạch Long Vĩ, thành phố Hải Phòng (mã 11948) chỉ có từ ngày 01/07/2025, lập từ: Huyện Bạch ` +
				`Long Vĩ`,
		},
		{
			"new province too early", oldList(), Query{Name: "Tam Hải", Province: "Đà Nẵng"},
			`không có đơn vị nào là "Tam Hải, Đà Nẵng" trong danh mục trước ngày 01/07/2025`,
			`có phải là xã Tam Hải, huyện Núi Thành, tỉnh Quảng Nam (mã 20992)? ` +
				`Còn từ ngày 01/07/2025 có xã Tam Hải, thành phố Đà Nẵng (mã 20992), trước đó là xã Tam Hải,` +
				` huyện Núi Thành, tỉnh Quảng Nam`,
		},
		{
			"another district", oldList(), Query{Name: "Quảng Trung", District: "Hoằng Hóa", Province: "Thanh Hóa"},
			`không có đơn vị nào là "Quảng Trung, Hoằng Hóa, Thanh Hóa" trong danh mục trước ngày 01/07/2025`,
			`có phải là xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh Hóa (mã 16492); xã Hoằng Trung, huyện ` +
				`Hoằng Hóa, tỉnh Thanh Hóa (mã 15892); ` +
				`xã Hoằng Trường, huyện Hoằng Hóa, tỉnh Thanh Hóa (mã 16006)?`,
		},
		{
			"another district, and the name lives on", oldList(), Query{Name: "Quảng Chính", District: "Hoằng Hóa"},
			`không có đơn vị nào là "Quảng Chính, Hoằng Hóa" trong danh mục trước ngày 01/07/2025`,
			`có phải là xã Quảng Chính, huyện Hải Hà, tỉnh Quảng Ninh (mã 06943); xã Quảng Chính, huyện Quảng ` +
				`Xương, tỉnh Thanh Hóa (mã 16495)? ` +
				`Còn xã Quảng Chính, tỉnh Thanh Hóa (mã 16489) chỉ có từ ngày 01/07/2025, lập từ: Xã Quảng ` +
				`Trường; Xã Quảng Khê; Xã Quảng Trung; Xã Quảng Chính`,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, err := tt.list.Lookup(tt.q)
			var got problem.Problem
			if !errors.As(err, &got) {
				t.Fatalf("Lookup(%+v) = %v, %v; want a problem", tt.q, p, err)
			}
			if got.Message != tt.message {
				t.Errorf("message:\n got %s\nwant %s", got.Message, tt.message)
			}
			if got.Hint != tt.hint {
				t.Errorf("hint:\n got %s\nwant %s", got.Hint, tt.hint)
			}
		})
	}
}

func TestLookupCountsWhatItDoesNotName(t *testing.T) {
	_, err := oldList().Lookup(Query{Name: "xã Tân Lập"})
	message := err.Error()
	if got := strings.Count(message, "(mã "); got != 8 {
		t.Errorf("%d units are named, want 8: %s", got, message)
	}
	if !strings.HasSuffix(message, " và 15 xã khác") {
		t.Errorf("the rest is not counted: %s", message)
	}
}

func TestEveryUnitIsFound(t *testing.T) {
	for _, list := range []*Directory{oldList(), newList()} {
		for _, p := range list.All() {
			if got, err := list.Lookup(Query{Code: p.Code}); err != nil || got != p {
				t.Errorf("by code %s: %v, %v", p.Code, got, err)
			}
			q := Query{Name: p.Type + " " + p.Name, District: p.District, Province: p.Province}
			if got, err := list.Lookup(q); err != nil || got != p {
				t.Errorf("by names %v: %v, %v; want %s", q, got, err, p.Code)
			}
		}
	}
}

func FuzzLookup(f *testing.F) {
	f.Add("", "Quảng Trung", "", "thanh hoá", false)
	f.Add("16492", "TT.Yên Viên", "TP.HCM", "Huế", true)
	f.Add("4", "phường 1", "quan 3", "hcm", true)
	f.Fuzz(func(t *testing.T, code, name, district, province string, reformed bool) {
		list := oldList()
		if reformed {
			list = newList()
		}
		q := Query{code, name, district, province}
		p, err := list.Lookup(q)
		if err == nil {
			if listed, ok := list.byCode(p.Code); !ok || listed != p {
				t.Errorf("Lookup(%+v) = %+v, which is not in the list", q, p)
			}
			return
		}
		var what problem.Problem
		if !errors.As(err, &what) || what.Message == "" || what.Hint == "" {
			t.Errorf("Lookup(%+v) fails with %#v", q, err)
		}
	})
}

func BenchmarkLookup(b *testing.B) {
	for name, q := range map[string]Query{
		"code":           {Code: "16492"},
		"code and names": {"16492", "Quảng Trung", "Quảng Xương", "Thanh Hóa"},
		"name":           {Name: "Quảng Trung", District: "Quảng Xương", Province: "Thanh Hóa"},
		"ambiguous":      {Name: "quang trung"},
		"missing":        {Name: "Quảng Trungg", Province: "Thanh Hóa"},
	} {
		b.Run(name, func(b *testing.B) {
			list := oldList()
			for b.Loop() {
				_, _ = list.Lookup(q)
			}
		})
	}
}
