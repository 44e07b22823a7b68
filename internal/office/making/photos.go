package making

import (
	"context"
	"fmt"
	"path/filepath"

	"ntm/internal/commune"
	"ntm/internal/evidence"
	"ntm/internal/picture"
	"ntm/internal/problem"
	"ntm/internal/wordpapers"
)

// photos makes the photographs among the evidence ready for papers: those files of the
// report that are found beside it, each once, in the report's order. What cannot be shown
// is told of.
func photos(ctx context.Context, r *commune.Report, file string, files []evidence.File) ([]wordpapers.Photo,
	problem.List, error) {
	var out []wordpapers.Photo
	var notes problem.List
	titles := map[string]string{}
	for _, e := range r.Evidence {
		if _, twice := titles[e.File]; !twice {
			titles[e.File] = e.Title
		}
	}
	left := 0
	for i := range files {
		f := &files[i]
		if f.State != evidence.Found || !picture.Named(f.Path) {
			continue
		}
		if len(out) == wordpapers.MostPhotos {
			left++
			continue
		}
		p, why, err := photo(ctx, f, filepath.Dir(file))
		switch {
		case err != nil:
			return nil, nil, err
		case why != "":
			notes.Add(problem.Problem{File: file, Message: fmt.Sprintf("ảnh minh chứng %q: %s", f.Path, why),
				Hint: "văn bản vẫn được lập, không có ảnh này"})
			continue
		}
		out = append(out, wordpapers.Photo{Title: titles[f.Path], Picture: p})
	}
	if left > 0 {
		notes.Add(problem.Problem{File: file,
			Message: fmt.Sprintf("văn bản có %d ảnh đầu; còn %d ảnh minh chứng không đưa vào",
				len(out), left), Hint: "các ảnh đó vẫn có trong danh mục minh chứng"})
	}
	return out, notes, nil
}

// photo reads one; why says why it cannot be shown.
func photo(ctx context.Context, f *evidence.File, folder string) (p *picture.Picture, why string, err error) {
	data, state, err := f.Read(ctx, folder, picture.MostBytes)
	switch {
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
