//go:build unix

package store_test

import (
	"testing"
	"time"

	"ntm/internal/store"
	"ntm/internal/store/storetest"
)

func TestPostgreSQL(t *testing.T) {
	server := storetest.NewServer(t)
	at := func(t testing.TB) string { return server.URL(storetest.Owner, server.Database(t)) }
	t.Run("kit", func(t *testing.T) {
		storetest.Run(t, func(t testing.TB, now func() time.Time) *store.Store { return open(t, at(t), now) })
	})
	t.Run("start together", func(t *testing.T) { startTogether(t, at(t)) })
	t.Run("newer", func(t *testing.T) {
		base := server.Database(t)
		url := server.URL(storetest.Owner, base)
		_ = open(t, url, time.Now)
		server.Do(t, storetest.Owner, base, "UPDATE store_version SET version = 99")
		newerIsRefused(t, url)
	})
	t.Run("there and back", func(t *testing.T) { thereAndBack(t, at(t)) })
}
