package cli

import "ntm/internal/office"

// each has the office read many reports and shows how far it has come.
func each[R any](b *office.Bulk, w World, files []string, handle func(office.Item) R, take func(World, R) error) error {
	w, p := newProgress(w, "đã đọc", len(files))
	defer p.clear()
	return office.Each(w.Context, b, files, handle, func(made R) error {
		p.step()
		return take(w, made)
	})
}
