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
	storetest.Run(t, func(t testing.TB, now func() time.Time) *store.Store {
		return open(t, server.URL(storetest.Owner, server.Database(t)), now)
	})
}
