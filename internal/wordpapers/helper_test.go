package wordpapers_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"testing"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/council"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/papers"
	"ntm/internal/wordpapers"

	"github.com/shopspring/decimal"
)

// spoiled fails some indicators, leaves others out, and has all that a report may tell.
func spoiled(r *commune.Report) {
	dossiertest.Spoiled(r)
	owed, paid := decimal.RequireFromString("120.5"), decimal.RequireFromString("1379.5")
	total := decimal.RequireFromString("1500")
	r.Arrears = []commune.Arrear{{Work: "Nhà văn hóa Thôn 2", Decision: "12/QĐ-GĐ", Total: &total, Completed: &total,
		Paid: &paid, Owed: new(commune.Exact(owed)), Plan: "quý I/2024"},
		{Work: "Đường Thôn 5", Owed: new(commune.Exact(owed))}}
	r.Satisfaction.Questions = []commune.Question{{Text: "Đường giao thông", Satisfied: &paid, Answered: &total}}
	r.Remarks = []commune.Remark{{Level: criteria.NTM, Criterion: "2", Done: "Cứng hóa đường thôn.", Amount: "12,4 km",
		Cost: "4,2 tỷ đồng"}}
}

// empty is a report of nothing, of a year whose standards and procedure are not known.
func empty(r *commune.Report) {
	*r = commune.Report{Schema: r.Schema, Year: 2026, Commune: commune.Where{Name: "Quảng Ninh", Province: "Thanh Hóa"}}
}

// sat is a sitting of eleven members of an invented council.
func sat(yes, no int) *wordpapers.Sitting {
	ninety := council.Rule{Value: decimal.NewFromInt(90), Status: criteria.Confirmed, Source: "quy chế giả định"}
	c := &council.Council{ID: "2023-1", Name: "Hội đồng thẩm định giả định", Province: "tỉnh Giả Định", Year: 2023,
		Level: criteria.KieuMau, Rules: council.Rules{Quorum: ninety, Proposal: ninety}}
	var present []int
	for i := range 12 {
		role := council.Ordinary
		if i == 0 {
			role = council.Chair
		}
		c.Members = append(c.Members, council.Member{Name: fmt.Sprintf("Thành viên %d", i+1),
			Office: "Cơ quan giả định",
			Role:   role})
		if i < 11 {
			present = append(present, i)
		}
	}
	return &wordpapers.Sitting{Key: "gia-dinh", Minutes: papers.Minutes{Council: c, Present: present, At: made,
		Cases: []council.Case{{Key: "gia-dinh", Title: "xã Giả Định, huyện Giả Định, tỉnh Giả Định",
			Note: "3/3 tiêu chí"}},
		Counted: council.Counted{Secret: true, Out: 11, Back: yes + no,
			Results: []council.Result{{Key: "gia-dinh", For: yes,
				Against: no, Reasons: []string{"Cần bổ sung hình ảnh"}}}}}}
}

// partOf is a part of a Word file.
func partOf(t testing.TB, data []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	file, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}
