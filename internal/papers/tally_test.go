package papers_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"ntm/criteria"
	"ntm/internal/council"
	"ntm/internal/testenv"
	"ntm/internal/testenv/readers"
	"ntm/internal/xlsx/xlsxtest"

	"github.com/google/go-cmp/cmp"
)

// fillMinutes has openpyxl fill cells of the minutes and print the formula
// cells of workbooks as the calculating program left them. openpyxl keeps no
// values of formulas, so whatever reads its file has to reckon anew.
const fillMinutes = `
import json, sys, openpyxl
task, path = sys.argv[1], sys.argv[2]
out = {}
for name, job in json.load(open(path)).items():
    if task == "fill":
        book = openpyxl.load_workbook(job["from"])
        for cell, value in job["fill"].items():
            book["Biên bản kiểm phiếu"][cell] = value
        book.save(job["to"])
    else:
        book = openpyxl.load_workbook(job["saved"], data_only=True)
        formulas = openpyxl.load_workbook(job["from"])
        out[name] = {sheet.title + "!" + cell.coordinate: book[sheet.title][cell.coordinate].value
                     for sheet in formulas for row in sheet.iter_rows() for cell in row if cell.data_type == "f"}
json.dump(out, sys.stdout)
`

const (
	members, present                   = "Tổng số thành viên hội đồng (người)", "Số thành viên có mặt (người)"
	out, back, invalid                 = "Số phiếu phát ra", "Số phiếu thu về", "Số phiếu không hợp lệ"
	agree, against                     = "Số phiếu đồng ý", "Số phiếu không đồng ý"
	quorumRule, proposalRule           = "Tỷ lệ có mặt ít nhất theo quy định", "Tỷ lệ đồng ý ít nhất theo quy định"
	absentees, attendance              = "Số thành viên vắng mặt (người)", "Tỷ lệ có mặt trên tổng số thành viên"
	valid, approval                    = "Số phiếu hợp lệ", "Tỷ lệ đồng ý trên số thành viên có mặt"
	quorum, check, decision            = "Điều kiện họp", "Kiểm tra", "Kết luận"
	enough, tooFew                     = "Đủ thành viên để họp", "Chưa đủ thành viên để họp"
	carried, notCarried                = "Đạt tỷ lệ để đề nghị công nhận", "Chưa đạt tỷ lệ để đề nghị công nhận"
	agreeing, disagreeing, unknownRule = "Các số khớp nhau", "Các số chưa khớp: xem dòng kiểm tra",
		"Ngưỡng chưa biết: chủ tịch kết luận"
	pending = "……"
)

type numbers map[string]float64

// counted is a vote of a council in which nobody abstains.
func counted(all, there, yes float64) numbers {
	return numbers{members: all, present: there, out: there, back: there, invalid: 0, agree: yes, against: there - yes}
}

func (n numbers) with(name string, v float64) numbers { n[name] = v; return n }

// TestTally fills in the minutes as a council's secretary would and has
// LibreOffice reckon. Nothing filled in, it must come to what the cells held
// already.
func TestTally(t *testing.T) {
	testenv.LeftToWhole(t)
	t.Parallel()
	python := readers.Python(t, "openpyxl")
	dir := t.TempDir()
	unsure, sure := blank(t, doubtful), blank(t, rules("70", "90", criteria.Seen))
	fine, unknown := blank(t, rules("66.67", "66.67", criteria.Confirmed)), blank(t, council.Rules{})
	type tally struct {
		workbook []byte
		fill     numbers
		want     map[string]any
	}
	cases := testenv.Sample(t, map[string]tally{
		"blank-doubtful": {unsure, nil, map[string]any{quorum: unknownRule, decision: unknownRule, check: pending,
			attendance: pending}},
		"blank-sure": {sure, nil, map[string]any{quorum: pending, decision: pending, check: pending,
			valid: pending, absentees: pending}},
		"blank-unknown": {unknown, nil, map[string]any{quorum: unknownRule, decision: unknownRule}},
		"carried": {sure, counted(20, 18, 17), map[string]any{
			absentees: 2.0, attendance: 90.0, quorum: enough, valid: 18.0, approval: 94.44, check: agreeing,
			decision: carried,
		}},
		"exactly-90": {sure, counted(20, 20, 18), map[string]any{quorum: enough, approval: 90.0,
			decision: carried}},
		"exactly-70": {sure, counted(20, 14, 14), map[string]any{attendance: 70.0, quorum: enough,
			decision: carried}},
		"not-carried": {sure, counted(20, 20, 17), map[string]any{approval: 85.0, decision: notCarried}},
		"too-few": {sure, counted(20, 13, 13), map[string]any{quorum: tooFew, check: agreeing,
			decision: tooFew}},
		"rounding-no-help":  {fine, counted(3, 3, 2), map[string]any{approval: 66.67, decision: notCarried}},
		"rounding-no-quota": {fine, counted(3, 2, 2), map[string]any{attendance: 66.67, quorum: tooFew}},
		"half-filled": {sure, numbers{members: 20, present: 18, agree: 18}, map[string]any{quorum: enough,
			approval: 100.0, check: pending, decision: pending}},
		"nobody": {sure, counted(20, 0, 0), map[string]any{approval: pending,
			check: "Không có thành viên nào có mặt", decision: disagreeing}},
		"invalid-vote": {sure, counted(20, 20, 18).with(invalid, 1).with(against, 1),
			map[string]any{valid: 19.0, approval: 90.0, check: agreeing, decision: carried}},
		"too-many-back": {sure, counted(20, 18, 18).with(back, 19).with(against, 1),
			map[string]any{check: "Phiếu thu về nhiều hơn phiếu phát ra", decision: disagreeing}},
		"too-many-out": {sure, counted(20, 18, 18).with(out, 19),
			map[string]any{check: "Phiếu phát ra nhiều hơn số có mặt", decision: disagreeing}},
		"too-many-there": {sure, counted(20, 21, 21),
			map[string]any{check: "Có mặt nhiều hơn tổng số thành viên", decision: disagreeing}},
		"does-not-add-up": {sure, counted(20, 20, 19).with(against, 0),
			map[string]any{check: "Đồng ý + không đồng ý chưa khớp", decision: disagreeing}},
		"rules-not-filled": {unsure, counted(20, 20, 20), map[string]any{attendance: 100.0, approval: 100.0,
			quorum: unknownRule, check: agreeing, decision: unknownRule}},
		"rules-filled": {unsure, counted(20, 20, 15).with(quorumRule, 50).with(proposalRule, 75.5),
			map[string]any{quorum: enough, decision: notCarried}},
		"only-proposal": {unknown, counted(20, 20, 16).with(proposalRule, 80),
			map[string]any{quorum: unknownRule, decision: carried}},
		"typed-90%": {unsure, counted(20, 20, 2).with(proposalRule, 0.9),
			map[string]any{decision: unknownRule}},
	}, "rounding-no-quota", "rules-filled")
	type job struct {
		From  string             `json:"from"`
		To    string             `json:"to"`
		Saved string             `json:"saved"`
		Fill  map[string]float64 `json:"fill"`
	}
	jobs := map[string]job{}
	saved := filepath.Join(dir, "saved")
	var filled []string
	for name, c := range cases {
		j := job{filepath.Join(dir, name+"-blank.xlsx"), filepath.Join(dir, name+".xlsx"),
			filepath.Join(saved, name+".xlsx"), map[string]float64{}}
		if err := os.WriteFile(j.From, c.workbook, 0o600); err != nil {
			t.Fatal(err)
		}
		w := xlsxtest.Open(t, c.workbook)
		for label, v := range c.fill {
			j.Fill[xlsxtest.Beside(w.Find(minutes, label), 5)] = v
		}
		jobs[name] = j
		filled = append(filled, j.To)
	}
	list := filepath.Join(dir, "jobs.json")
	if err := os.WriteFile(list, xlsxtest.Must(json.Marshal(jobs)), 0o600); err != nil {
		t.Fatal(err)
	}
	readers.Run(t, nil, python, "-c", fillMinutes, "fill", list)
	readers.Save(t, readers.XLSX, saved, filled...)
	var reckoned map[string]map[string]any
	if err := json.Unmarshal(readers.Run(t, nil, python, "-c", fillMinutes, "read", list), &reckoned); err != nil {
		t.Fatal(err)
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			w := xlsxtest.Open(t, c.workbook)
			cells := reckoned[name]
			if len(cells) != 7 {
				t.Fatalf("%d formulas, want 7", len(cells))
			}
			got := map[string]any{}
			for label := range c.want {
				got[label] = cells[minutes+"!"+xlsxtest.Beside(w.Find(minutes, label), 5)]
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("the tally (-want +LibreOffice):\n%s", diff)
			}
			if c.fill != nil {
				return
			}
			for label := range map[string]bool{absentees: true, attendance: true, quorum: true, valid: true,
				approval: true, check: true, decision: true} {
				at := xlsxtest.Beside(w.Find(minutes, label), 5)
				if cached := w.Raw(minutes, at); cached != cells[minutes+"!"+at] {
					t.Errorf("%s: the cell holds %q, LibreOffice reckons %v", label, cached, cells[minutes+"!"+at])
				}
			}
		})
	}
}
