package command

import (
	"ntm/internal/office"
	"ntm/internal/parcel"
	"ntm/internal/store"
	"ntm/internal/term"
	"ntm/internal/vi"
)

// Carried tells of the evidence that went with a store, and of what it lacks.
func Carried(w World, s *term.Screen, st *store.Store, c *office.Carried) {
	switch {
	case len(c.Files) > 0:
		var bytes int64
		for _, f := range c.Files {
			bytes += f.Size
		}
		s.Line("Kèm %s tệp minh chứng (%s kB) lấy từ %s", vi.Count(len(c.Files)), vi.Count(int((bytes+1023)/1024)),
			c.Folder)
	case store.IsServer(st.Name()):
		s.Line("Không kèm minh chứng nào: minh chứng của kho này nằm ở %s trên máy của người thả tệp.", c.Folder)
	}
	Notes(w, c.Lacking)
}

// Placed tells of the evidence that came with a store; the answer is no where some was damaged.
func Placed(w World, s *term.Screen, folder string, p *parcel.Placed) error {
	if n := p.New + p.Known; n > 0 {
		s.Line("Minh chứng: %s tệp ở %s, %s tệp mới ghi", vi.Count(n), folder, vi.Count(p.New))
	}
	Notes(w, p.Told)
	Notes(w, p.Lost)
	if s.Err == nil && len(p.Lost) > 0 {
		return ErrAnsweredNo
	}
	return s.Err
}
