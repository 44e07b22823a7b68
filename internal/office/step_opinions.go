package office

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/proof"
	"ntm/internal/store"
	"ntm/internal/vi"
)

// OpinionsFrom are the opinions that departments wrote into the dossier in a file, which
// was checked, those left out that the store has, and whose they are. A file in which
// anything else was altered, or that was made of another report, is refused; department
// is who wrote where the file does not say.
func OpinionsFrom(
	ctx context.Context, st *store.Store, file string, check *proof.Check, department string,
) (which Which, bodies []any, err error) {
	refuse := func(message, hint, press string) error {
		return problem.List{{File: file, Message: message, Hint: hint, Page: problem.Press(press)}}
	}
	if !check.Same() {
		return which, nil, refuse(
			fmt.Sprintf("hồ sơ có %d chỗ khác với bản đã gửi, không nhận ý kiến nào", len(check.Differences)),
			"xem từng chỗ: ntm opinions "+file, "xin lại hồ sơ như đã gửi, chỉ ghi thêm ý kiến")
	}
	if err := check.Clear(file); err != nil {
		return which, nil, err
	}
	which = Which{Text: check.Commune.Code, Year: check.Year}
	if which.Text == "" {
		which.Text = places.DeclaredKey(check.Commune.District, check.Commune.Name)
	}
	_, d, err := which.Dossier(ctx, st)
	if err == nil {
		err = underAppraisal(file, check, d)
	}
	if err != nil {
		return which, nil, err
	}
	bodies, unsigned := opinionsOf(check, d.Level, department)
	switch {
	case len(unsigned) > 0:
		err = refuse("ý kiến chưa ghi cơ quan: "+strings.Join(unsigned, ", "),
			"ghi vào ô người ghi ở cuối biểu, hoặc thêm --department", "ghi vào ô người ghi ở cuối biểu")
	case len(bodies) == 0:
		err = refuse("hồ sơ này chưa có ý kiến nào cho xã "+d.Level.Title(),
			"ghi kết quả vào cột thẩm định của biểu mức ấy", "")
	}
	known := func(body any) bool { return slices.Contains(d.Opinions, body.(docket.Opinion)) }
	return which, slices.DeleteFunc(bodies, known), err
}

// underAppraisal refuses a paper that was made of another report, or judged by other
// requirements, than the dossier that is being appraised.
func underAppraisal(file string, check *proof.Check, d *docket.Dossier) error {
	var other []string
	if a := d.Assessment; a == nil {
		other = append(other, "hồ sơ trong kho chưa được đánh giá")
	} else {
		if a.Report != check.Report {
			other = append(other, "báo cáo là bản khác")
		}
		if a.Digest != check.Criteria.Digest {
			other = append(other, "bộ ngưỡng là bộ khác")
		}
	}
	if len(other) == 0 {
		return nil
	}
	return problem.List{{
		File: file, Message: fmt.Sprintf("ý kiến ghi trên hồ sơ không phải hồ sơ đang thẩm định của %s năm %d: %s",
			d.Place.Title, d.Year, strings.Join(other, "; ")),
		Hint: fmt.Sprintf("lập hồ sơ từ kho (ntm dossier %s --year %d -o ho-so.xlsx) và xin ý kiến trên hồ sơ ấy",
			d.Code, d.Year), Page: problem.Press("tải hồ sơ ở trang Tệp của xã và xin ý kiến trên hồ sơ ấy"),
	}}
}

// opinionsOf are the opinions on the level's table: the words of the result
// column are the result, those beside it the remark.
func opinionsOf(check *proof.Check, level criteria.Level, department string) (bodies []any, unsigned []string) {
	at := map[string]int{}
	for _, op := range check.Opinions {
		of, on, _ := strings.Cut(op.Path, "/")
		if of != string(level) {
			continue
		}
		by := department
		if by == "" {
			by = op.By
		}
		if by == "" {
			unsigned = append(unsigned, on)
			continue
		}
		key := by + "\x00" + on
		if i, known := at[key]; known {
			first := bodies[i].(docket.Opinion)
			first.Text = vi.Join("; ", first.Text, op.Words)
			bodies[i] = first
			continue
		}
		at[key] = len(bodies)
		bodies = append(bodies, docket.Opinion{Department: by, On: on, Result: op.Words, Day: op.On,
			From: check.Fingerprint})
	}
	return bodies, unsigned
}
