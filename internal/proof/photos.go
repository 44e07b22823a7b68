package proof

import (
	"slices"

	"ntm/internal/dossier"
	"ntm/internal/picture"
	"ntm/internal/xlsx/draw"
	"ntm/internal/xlsx/read"
)

// shownPhotos holds the pictures of a workbook against the photographs that it should show.
type shownPhotos struct {
	book    *read.Book
	missing map[string][]draw.Picture // by sheet
	digests map[string]string         // SHA-256 of pictures, by part
}

// without leaves the photographs of a sheet out of what was found on it: each is known by its
// content, and by the cell above its caption. One that is another now, or is gone, is told of.
func (p *shownPhotos) without(out *Check, sheet string, found []read.Object) ([]read.Object, error) {
	missing := p.missing[sheet]
	if len(missing) == 0 {
		return found, nil
	}
	at := func(o *read.Object) func(draw.Picture) bool {
		return func(one draw.Picture) bool {
			return o.Kind == read.Picture && (out.Older || one.Column == o.Column && one.Row == o.Row)
		}
	}
	var others []read.Object
	for i := range found {
		o := &found[i]
		digest, err := p.digest(o)
		if err != nil {
			return nil, err
		}
		k := slices.IndexFunc(missing, func(one draw.Picture) bool {
			return at(o)(one) && one.SHA256 == digest && !o.Cropped
		})
		if k < 0 {
			others = append(others, *o)
			continue
		}
		missing = slices.Delete(missing, k, k+1)
	}
	for _, one := range missing {
		what := "không có ảnh"
		i := slices.IndexFunc(others, func(o read.Object) bool { return !out.Older && at(&o)(one) })
		if i >= 0 {
			what = "ảnh khác"
			if others[i].Cropped {
				what = "ảnh bị cắt bớt"
			}
			others = slices.Delete(others, i, i+1)
		}
		out.differs(OfObject, sheet, draw.Ref(one.Column, one.Row), one.Says, what, "ảnh đã đưa vào hồ sơ")
	}
	return others, nil
}

// digest names the content of a picture, "" for none that a dossier would show.
func (p *shownPhotos) digest(o *read.Object) (string, error) {
	if o.Part == "" {
		return "", nil
	}
	if known, is := p.digests[o.Part]; is {
		return known, nil
	}
	data, err := p.book.Part(o.Part, picture.MostWritten)
	if err != nil {
		return "", err
	}
	p.digests[o.Part] = dossier.Digest(data)
	return p.digests[o.Part], nil
}

// fetch finds photographs in the workbook, on whatever sheet; those that are not there stay
// without content.
func (w *Workbook) fetch(photos []picture.Photo) error {
	if len(photos) == 0 {
		return nil
	}
	byDigest := map[string]*picture.Picture{}
	seen := map[string]bool{}
	for _, s := range w.book.Sheets {
		found, err := s.Objects()
		if err != nil {
			return err
		}
		for _, o := range found {
			if o.Part == "" || seen[o.Part] {
				continue
			}
			seen[o.Part] = true
			data, err := w.book.Part(o.Part, picture.MostWritten)
			if err != nil {
				return err
			}
			if one, wrong := picture.Kept(data); wrong == nil {
				byDigest[one.SHA256] = one
			}
		}
	}
	for i := range photos {
		if one := byDigest[photos[i].SHA256]; one != nil {
			photos[i].Picture = one
		}
	}
	return nil
}
