package command

import (
	"ntm/internal/office"
	"ntm/internal/store"
)

// clockOf says it of a command that wrote to the store.
func clockOf(w World, st *store.Store) {
	if newest, wrote := st.Earlier(); wrote {
		Notes(w, office.Clock(w.Now(), w.Built, newest))
	}
}
