package dossier

import (
	"fmt"
	"path"
	"slices"

	"ntm/internal/assess"
	"ntm/internal/evidence"
	"ntm/internal/list"
	"ntm/internal/look"
	"ntm/internal/outlook"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// evidence is the sheet Minh chứng: every document of the report and what it
// proves.
func (d *dossier) evidence() *draw.Sheet {
	if len(d.a.Report.Evidence) == 0 {
		return nil
	}
	s := d.begin(evidenceName, d.landscape(), "DANH MỤC VĂN BẢN, TÀI LIỆU MINH CHỨNG", 5, 13, 10.5, 19, 27, 14, 29, 28)
	s.Gap(6)
	s.Head.Row = s.AddHead(look.Heads("TT", "Số, ký hiệu", "Ngày", "Cơ quan ban hành",
		"Tên loại và trích yếu nội dung", "Tệp", "Mã SHA-256 của tệp", "Dùng cho")...)
	for i, e := range d.a.Report.Evidence {
		uses := d.uses(e.ID)
		if uses == "" {
			uses = "chưa dùng cho chỉ tiêu nào"
		}
		s.Add(look.Mid(fmt.Sprint(i+1)), fillable(e.Number, look.Body),
			fillable(vi.Date(e.Date.Time), look.Body.Centred()),
			fillable(e.Issuer, look.Body), look.Text(e.Title), fileOf(e.File), d.hash(e.File),
			look.Text(vi.Capital(uses)))
	}
	if lacking := outlook.ShortfallOf(d.a).Levels; onlyUnproven(lacking) {
		s.Gap(9)
		for i := range lacking {
			if l := &lacking[i]; len(l.Evidence) > 0 {
				s.Line(fmt.Sprintf("Xã %s, đạt nhưng còn nợ minh chứng: %s.", l.Level.Title(), unprovenBy(l.Evidence)),
					look.Body)
			}
		}
	}
	return s
}

// unprovenBy counts what is met and not proven: which it is of the documents without a
// file their rows say.
func unprovenBy(list []outlook.EvidenceOwed) string {
	listed, numbers := 0, []string{}
	for _, e := range list {
		if e.Evidence == assess.Listed {
			listed++
			continue
		}
		numbers = append(numbers, e.For...)
	}
	words := ""
	if listed > 0 {
		words = fmt.Sprintf("%d số liệu đã kê tài liệu, chưa có tệp", listed)
	}
	if len(numbers) > 0 {
		words = vi.Join("; ", words, "chưa kê tài liệu nào cho "+vi.Join(", ", numbers...))
	}
	return words
}

// fileOf is the cell of a document's file, with a link to it.
func fileOf(file string) draw.Cell {
	if file == "" {
		return look.Text("chưa có tệp")
	}
	return look.ToFile(file, look.Text(path.Base(file))) // a path may be long, and LibreOffice does not wrap links
}

// hash is the cell of what a file was when the dossier was made. Its digest stands
// in two lines.
func (d *dossier) hash(path string) draw.Cell {
	digest := look.Body
	digest.Size = 8
	i := slices.IndexFunc(d.Files, func(f evidence.File) bool { return f.Path == path })
	switch {
	case path == "":
		return look.Blank()
	case i < 0:
		return look.Text("chưa kiểm tra tệp")
	case d.Files[i].State != evidence.Found:
		return draw.Text(vi.Capital(d.Files[i].State.Word()), look.Body.InBold())
	}
	half := len(d.Files[i].SHA256) / 2
	return draw.Text(d.Files[i].SHA256[:half]+"\n"+d.Files[i].SHA256[half:], digest)
}

// uses names by level the indicators and conditions that a document proves.
func (d *dossier) uses(id string) string {
	cites := func(j *assess.Judgement) bool {
		found := false
		j.Leaves(func(leaf *assess.Judgement) {
			found = found || leaf.Figure != nil && slices.Contains(leaf.Figure.Sources, id)
		})
		return found
	}
	var levels, conditions []string
	for i := range d.a.Levels {
		l := &d.a.Levels[i]
		var numbers []string
		for x := range l.Judged() {
			switch {
			case !cites(x.Judgement):
			case x.Condition:
				conditions = list.Once(conditions, x.Name)
			default:
				numbers = append(numbers, x.No)
			}
		}
		if len(numbers) > 0 {
			levels = append(levels, l.Level.Brief()+": "+vi.Join(", ", numbers...))
		}
	}
	if len(conditions) > 0 {
		levels = append(levels, "điều kiện: "+vi.Join("; ", conditions...))
	}
	return vi.Join("; ", levels...)
}
