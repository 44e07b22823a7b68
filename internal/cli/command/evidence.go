package command

import (
	"path"

	"ntm/internal/evidence"
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
	if n := begun(c.Decisions.Files); n > 0 {
		s.Line("Kèm %d quyết định đang đối chiếu dở, lấy từ %s", n, c.Decisions.At)
	}
	Notes(w, c.Lacking)
}

// begun is how many decisions lie in files, each in a folder of its own.
func begun(files []evidence.File) int {
	folders := map[string]bool{}
	for _, f := range files {
		folders[path.Dir(f.Path)] = true
	}
	return len(folders)
}

// Restored tells of what came beside a store.
func Restored(w World, s *term.Screen, beside office.Beside, r *office.Restored) error {
	if p := r.Decisions; p.New+p.Known > 0 {
		s.Line("Quyết định đang đối chiếu dở: ở %s, %s tệp mới ghi", beside.Decisions, vi.Count(p.New))
	}
	Notes(w, r.Decisions.Told)
	r.Evidence.Lost = append(r.Evidence.Lost, r.Decisions.Lost...)
	return Placed(w, s, beside.Evidence, r.Evidence)
}

// Placed tells of the evidence that came with a store; the answer is no where some was damaged.
func Placed(w World, s *term.Screen, folder string, p *parcel.Placed) error {
	if n := p.New + p.Known; n > 0 {
		s.Line("Minh chứng: %s tệp ở %s, %s tệp mới ghi", vi.Count(n), folder, vi.Count(p.New))
	}
	Notes(w, p.Told)
	Notes(w, p.Lost)
	return Answer(s.Err, len(p.Lost) == 0)
}
