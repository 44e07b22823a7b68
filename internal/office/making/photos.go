package making

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"ntm/internal/commune"
	"ntm/internal/dossier"
	"ntm/internal/evidence"
	"ntm/internal/office"
	"ntm/internal/picture"
	"ntm/internal/problem"
)

// WithEvidence adds to the options of a dossier the evidence that lies beside the report in a
// file, with the photographs among it or without. What is not there is told of.
func WithEvidence(ctx context.Context, o *dossier.Options, r *commune.Report, file string, photos bool) (
	notes problem.List, err error) {
	if o.Files, notes, err = office.EvidenceOf(ctx, r, file); err != nil || !photos {
		return notes, err
	}
	var unseen problem.List
	o.Photos, unseen, err = Photos(ctx, file, filepath.Dir(file), o.Files)
	return append(notes, unseen...), err
}

// Photos makes the photographs among the evidence ready for papers: those files of the
// report that are found below the folder, each once, in the report's order. What cannot be
// shown is told of, with the file or the store that the report is in.
func Photos(ctx context.Context, in, folder string, files []evidence.File) ([]picture.Photo,
	problem.List, error) {
	var out []picture.Photo
	var notes problem.List
	left, gone := 0, 0
	for i := range files {
		f := &files[i]
		if f.State != evidence.Found || !picture.Named(f.Path) {
			continue
		}
		if len(out) == picture.Most {
			left++
			continue
		}
		p, why, err := photo(ctx, f, folder)
		switch {
		case err != nil:
			return nil, nil, err
		case why == evidence.Missing.Word():
			gone++
			continue
		case why != "":
			notes.Add(problem.Problem{File: in, Message: fmt.Sprintf("ảnh minh chứng %q: %s", f.Path, why),
				Hint: "vẫn lập, không có ảnh này"})
			continue
		}
		out = append(out, picture.Photo{File: f.Path, Picture: p})
	}
	if gone > 0 {
		notes.Add(problem.Problem{File: in, Message: fmt.Sprintf("%d ảnh minh chứng không có trong thư mục %s", gone,
			folder), Hint: "vẫn lập, không có các ảnh này; muốn có thì chép vào đó, đúng tên và thư mục con đã ghi"})
	}
	if left > 0 {
		notes.Add(problem.Problem{File: in,
			Message: fmt.Sprintf("chỉ %d ảnh đầu được đưa vào; còn %d ảnh minh chứng không đưa vào",
				len(out), left), Hint: "các ảnh đó vẫn có trong danh mục minh chứng"})
	}
	return out, notes, nil
}

// photo reads one; why says why it cannot be shown.
func photo(ctx context.Context, f *evidence.File, folder string) (p *picture.Picture, why string, err error) {
	data, state, err := f.Read(ctx, folder, picture.MostBytes)
	switch {
	case errors.Is(err, fs.ErrNotExist): // nor is the folder there
		return nil, evidence.Missing.Word(), nil
	case err != nil:
		return nil, "", err
	case state != evidence.Found:
		return nil, state.Word(), nil
	}
	p, wrong := picture.Make(data)
	if wrong != nil {
		why = wrong.Error()
	}
	return p, why, nil
}
