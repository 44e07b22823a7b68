package hall

import (
	"io"
	"net/http"
	"slices"
	"strconv"

	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/office/sitting"
	"ntm/internal/papers"
	"ntm/internal/problem"
	"ntm/internal/vi"
	"ntm/internal/web/files"
	"ntm/internal/web/page"
)

// onSitting does something in the sitting that is asked for, on the day that is typed, and leads
// back to it. What is refused of several stands on its page.
func (w *Hall) onSitting(do func(*http.Request, *sitting.Sitting) (problem.List, error)) page.Page {
	return w.ofSitting(func(out http.ResponseWriter, r *http.Request, s *sitting.Sitting) (err error) {
		if s.Day, err = dayOf(r); err != nil {
			return err
		}
		refused, err := do(r, s)
		if err != nil {
			return err
		}
		if len(refused) > 0 {
			if s, err = w.sittingOf(r); err != nil {
				return err
			}
			return w.sittingPage(out, r, s, refused)
		}
		return w.Redirect(out, r, sittingAt(s.Province, s.ID))
	})
}

// batch puts the communes that are ticked into the batch, or takes them out.
func (w *Hall) batch(r *http.Request, s *sitting.Sitting) (refused problem.List, err error) {
	ticked := r.PostForm["xa"]
	if len(ticked) == 0 {
		return problem.List{{Message: "chưa đánh dấu xã nào", Hint: "đánh dấu xã rồi bấm lại"}}, nil
	}
	day := w.Now()
	if !s.Day.IsZero() {
		day = s.Day.Time
	}
	reason := r.PostFormValue("ly-do")
	if what := office.Unreadable(reason, office.MostOfText); what != "" {
		return problem.List{{Message: what, Hint: "ghi ngắn gọn"}}, nil
	}
	for _, key := range ticked {
		_, err := s.Batch(r.Context(), w.Store, w.Actor(), key, day, r.PostFormValue("bo") != "", reason)
		if r.Context().Err() != nil {
			return nil, err
		}
		if err != nil {
			refused = append(refused, problem.OnPage(err)...)
		}
	}
	return refused, nil
}

// attend writes down who sits: the members that are ticked.
func (w *Hall) attend(r *http.Request, s *sitting.Sitting) (problem.List, error) {
	var away []int
	for no := range len(s.Who.Members) {
		if !slices.Contains(r.PostForm["co-mat"], strconv.Itoa(no+1)) {
			away = append(away, no+1)
		}
	}
	return nil, s.Attend(r.Context(), w.Store, w.Actor(), away)
}

// cancel ends a sitting that was not counted.
func (w *Hall) cancel(r *http.Request, s *sitting.Sitting) (problem.List, error) {
	reason := vi.NFC(r.PostFormValue("ly-do"))
	if what := office.Unreadable(reason, office.MostOfText); what != "" || reason == "" {
		return problem.List{{Message: "chưa ghi lý do hủy, hoặc lý do quá dài",
			Hint: "ghi lý do, ví dụ: mất phiếu"}}, nil
	}
	_, err := s.Cancel(r.Context(), w.Store, w.Actor(), reason)
	return nil, err
}

// conclude writes down what the chairman concluded of a commune.
func (w *Hall) conclude(r *http.Request, s *sitting.Sitting) (problem.List, error) {
	paper, chair := vi.NFC(r.PostFormValue("van-ban")), vi.NFC(r.PostFormValue("chu-tich"))
	for _, text := range []string{paper, chair} {
		if what := office.Unreadable(text, office.MostOfName); what != "" {
			return problem.List{{Message: what, Hint: "ghi ngắn gọn"}}, nil
		}
	}
	says := r.PostFormValue("ket-luan")
	if says != "co" && says != "khong" {
		return problem.List{{Message: "chưa chọn đề nghị hay không đề nghị", Hint: "chọn một trong hai"}}, nil
	}
	if chair == "" {
		_, chair = s.Chair()
	}
	_, err := s.Conclude(r.Context(), w.Store, w.Actor(), r.PostFormValue("xa"),
		docket.Conclusion{Yes: says == "co", Chair: chair, Paper: paper})
	return nil, err
}

// minutes hands over the minutes of a sitting that was counted.
func (w *Hall) minutes(out http.ResponseWriter, r *http.Request, s *sitting.Sitting) error {
	m, err := s.Minutes(r.Context(), w.Store)
	if err != nil {
		return err
	}
	return files.HandOverWritten(out, "bien-ban-"+vi.Slug(s.ID)+".xlsx",
		func(to io.Writer) error { return papers.WriteMinutes(to, m) })
}
