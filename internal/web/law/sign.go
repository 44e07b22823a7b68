package law

import (
	"net/http"
	"strings"

	"ntm/internal/office"
	"ntm/internal/office/lawdesk"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

var noFolder = problem.Problem{Message: "chưa biết ghi quy định vào thư mục nào",
	Hint: "đóng cửa sổ, chạy lại: ntm open --criteria THƯ_MỤC; các dòng đã đánh dấu vẫn còn"}

// sign takes in the rows that are ticked as the office's own packs, and from then on the window judges by them. It is
// alone: no page is half by the old law and half by the new.
func (w *Law) sign(out http.ResponseWriter, r *http.Request, d *open) error {
	d.marked(r)
	d.page = d.read.Page(d.Signed())
	if err := d.signature(r); err != nil {
		return err
	}
	if err := d.Write(w.Now()); err != nil { // whatever is wrong with it, what was typed stays
		return err
	}
	signed := d.Signed()
	signed.Decision.Number = d.Number
	var err error
	if signed.On, err = office.Day(d.On); err != nil {
		return err
	}
	if signed.Decision.Date, err = office.Day(d.Day); err != nil {
		return err
	}
	switch {
	case d.ticked().Done == 0 && len(d.Procedure) == 0:
		return problem.Problem{Message: "chưa đánh dấu dòng nào",
			Hint: "đọc từng dòng, đánh dấu dòng đúng nguyên văn"}
	case d.By == "" || d.Office == "" || signed.On.IsZero():
		return problem.Problem{Message: "còn thiếu người đối chiếu, ngày hoặc cơ quan",
			Hint: "ghi đủ ba ô ở cuối trang"}
	case w.Criteria == "" || w.Load == nil:
		return noFolder
	}
	plan, err := d.read.Sign(r.Context(), w.Now(), signed,
		lawdesk.Import{Office: d.Office, Folder: w.Criteria, Load: w.Load})
	if err != nil {
		return placed(err)
	}
	lib, err := w.Load(false)
	if err != nil {
		return err
	}
	w.JudgeBy(lib)
	w.signed[d.ID] = &plan
	if err := d.Took(w.Now()); err != nil {
		return err
	}
	return w.Redirect(out, r, d.at(""))
}

// signature is who signs, on what day and for which office, as typed.
func (o *open) signature(r *http.Request) error {
	for name, to := range map[string]*string{"nguoi": &o.By, "ngay": &o.On, "co-quan": &o.Office, "so": &o.Number,
		"ngay-qd": &o.Day} {
		*to = vi.NFC(strings.TrimSpace(r.PostFormValue(name)))
		if what := office.Unreadable(*to, office.MostOfName); what != "" {
			return problem.Problem{Message: what, Hint: "ghi ngắn gọn"}
		}
	}
	return nil
}

// placed tells of each problem where it is, by the name of the entry.
func placed(err error) error {
	all := problem.OnPage(err).ByCause()
	for i, p := range all {
		all[i] = problem.Problem{Message: vi.Join(": ", vi.Capital(p.Cell), p.Message), Hint: p.Hint}
	}
	return all.Err()
}
