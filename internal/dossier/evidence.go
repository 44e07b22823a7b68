package dossier

import (
	"fmt"
	"slices"

	"ntm/internal/assess"
	"ntm/internal/evidence"
	"ntm/internal/xlsx/draw"
)

// evidence is the sheet Minh chứng: every document of the report and what it
// proves.
func (d *dossier) evidence() *draw.Sheet {
	if len(d.a.Report.Evidence) == 0 {
		return nil
	}
	s := draw.NewSheet(evidenceName, d.landscape(), 5, 13, 10.5, 19, 27, 14, 29, 28)
	s.Line("DANH MỤC VĂN BẢN, TÀI LIỆU MINH CHỨNG", title)
	s.Line(sentence(d.a.Commune.Title()), subtitle)
	s.Gap(12)
	s.Head.Row = s.AddHead(heads("TT", "Số, ký hiệu", "Ngày", "Cơ quan ban hành", "Tên loại và trích yếu nội dung", "Tệp", "Mã SHA-256 của tệp", "Dùng cho")...)
	for i, e := range d.a.Report.Evidence {
		file, uses := e.File, d.uses(e.ID)
		if file == "" {
			file = "chưa có tệp"
		}
		if uses == "" {
			uses = "chưa dùng cho chỉ tiêu nào"
		}
		s.Add(draw.Text(fmt.Sprint(i+1), body.Centred()), draw.Text(e.Number, body), draw.Text(dayOf(e.Date), body.Centred()),
			draw.Text(e.Issuer, body), draw.Text(e.Title, body), draw.Text(file, body), d.hash(e.File), draw.Text(sentence(uses), body))
	}
	return s
}

// hash is the cell of what a file was when the dossier was made. Its digest stands
// in two lines.
func (d *dossier) hash(path string) draw.Cell {
	digest := body
	digest.Size = 8
	i := slices.IndexFunc(d.Files, func(f evidence.File) bool { return f.Path == path })
	switch {
	case path == "":
		return draw.Blank(body)
	case i < 0:
		return draw.Text("chưa kiểm tra tệp", body)
	case d.Files[i].State != evidence.Found:
		return draw.Text(sentence(d.Files[i].State.Word()), body.InBold())
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
		for _, c := range l.Criteria {
			for k := range c.Indicators {
				if cites(&c.Indicators[k].Judgement) {
					numbers = append(numbers, c.Indicators[k].No)
				}
			}
		}
		if len(numbers) > 0 {
			levels = append(levels, brief(l.Level)+": "+joined(", ", numbers...))
		}
		for k := range l.Conditions {
			if c := &l.Conditions[k]; cites(&c.Judgement) && !slices.Contains(conditions, c.Name) {
				conditions = append(conditions, c.Name)
			}
		}
	}
	if len(conditions) > 0 {
		levels = append(levels, "điều kiện: "+joined("; ", conditions...))
	}
	return joined("; ", levels...)
}
