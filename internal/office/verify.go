package office

import (
	"context"
	"errors"

	"ntm/internal/evidence"
	"ntm/internal/list"
	"ntm/internal/problem"
	"ntm/internal/proof"
	"ntm/internal/xlsx/read"
)

// OpenDossier opens a dossier that came back. It is to be closed.
func OpenDossier(ctx context.Context, file string) (*proof.Workbook, error) {
	book, err := read.Open(ctx, file)
	if err != nil {
		return nil, err
	}
	w, err := proof.Open(book)
	if err != nil {
		return nil, errors.Join(err, book.Close())
	}
	return w, nil
}

// Verify holds the dossier in a file against its seal.
func Verify(ctx context.Context, file string) (*proof.Check, error) {
	w, err := OpenDossier(ctx, file)
	if err != nil {
		return nil, err
	}
	defer w.Close() //nolint:errcheck // opened for reading: nothing is lost
	return w.Verify()
}

// VerifyEvidence looks also for the files that a dossier lists, below a folder.
func VerifyEvidence(ctx context.Context, check *proof.Check, folder string) error {
	paths := list.Map(check.Evidence, func(e proof.EvidenceCheck) string { return e.Then.Path })
	now, err := evidence.Hash(ctx, folder, paths)
	if err != nil {
		return problem.Problem{File: folder, Message: "không mở được thư mục minh chứng này",
			Hint: "kiểm tra đường dẫn"}
	}
	check.WithEvidence(now)
	return nil
}
