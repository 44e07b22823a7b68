package lawdesk

import (
	"context"
	"os"
	"time"

	"ntm/internal/lawbook"
	"ntm/internal/problem"
	"ntm/internal/scratch"
)

// Sign takes in what a person signed of the decision, as m says, whose File it fills in itself: as the workbook that
// the person would have filled in, so that both ways come to the same packs. Problems are told of the entries by name.
func (r *Reading) Sign(ctx context.Context, now time.Time, signed *lawbook.Signed, m Import) (Planned, error) {
	folder, err := scratch.Make("")
	if err != nil {
		return Planned{}, problem.Problem{Message: "không ghi được vào thư mục tạm của máy",
			Hint: "kiểm tra dung lượng đĩa"}
	}
	defer folder.Close() //nolint:errcheck // what is left the next one clears
	m.File = folder.File("doi-chieu.xlsx")
	book, err := os.OpenFile(m.File, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return Planned{}, problem.Of(err)
	}
	m.named, err = lawbook.ExportSigned(book, r.Lib, r.Of, r.scope, r.Papers, now, signed)
	if wrong := book.Close(); err == nil {
		err = wrong
	}
	if err != nil {
		return Planned{}, err
	}
	plan, err := m.Take(ctx, false)
	if err == nil {
		return plan, nil
	}
	wrong := problem.Of(err)
	for i := range wrong {
		if wrong[i].File == m.File {
			wrong[i].File = ""
		}
	}
	return plan, wrong.Err()
}
