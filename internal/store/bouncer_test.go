//go:build unix

package store_test

import (
	"strings"
	"testing"
	"time"

	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/store/storetest"
	"ntm/internal/testenv"
)

// Ten desks of a program each work through PgBouncer, with an address like any other. By
// transaction, over fewer connections than there are desks, it does all that a store
// promises, also when the server behind it is killed.
func TestPgBouncerByTransaction(t *testing.T) {
	testenv.LeftToWhole(t)
	server := storetest.NewServer(t)
	at := bounced(t, server, "transaction", 4)
	storetest.Run(t, func(t testing.TB, now func() time.Time) *store.Store {
		return open(t, at(server.Database(t)), now)
	})
	t.Run("ten desks", func(t *testing.T) {
		tenDesks(t, at(server.Database(t)), func() {
			server.Kill()
			time.Sleep(200 * time.Millisecond)
			server.Start(t)
		})
	})
}

// By session each desk keeps its connections.
func TestPgBouncerBySession(t *testing.T) {
	testenv.LeftToWhole(t)
	server := storetest.NewServer(t)
	at := bounced(t, server, "session", 60)
	t.Run("there and back", func(t *testing.T) { thereAndBack(t, at(server.Database(t))) })
	t.Run("ten desks", func(t *testing.T) { tenDesks(t, at(server.Database(t)), func() {}) })
	t.Run("let in", func(t *testing.T) { // it has one code for all that it refuses
		known := at(server.Database(t))
		for _, c := range [][2]string{{storetest.Owner, "nguoi_la"}, {"/kho_", "/khong_co_"}} {
			_, err := store.Open(t.Context(), strings.Replace(known, c[0], c[1], 1), time.Now)
			if said := problem.Of(err); len(said) != 1 || !strings.Contains(said[0].Message, "không nhận kết nối") {
				t.Errorf("%s for %s: %v", c[1], c[0], err)
			}
		}
	})
}

// bounced is where a database of the server is found through PgBouncer.
func bounced(t *testing.T, server *storetest.Server, mode string, pool int) func(base string) string {
	host := server.Bouncer(t, mode, pool)
	return func(base string) string {
		return strings.Replace(server.URL(storetest.Owner, base), server.Host(), host, 1)
	}
}

func tenDesks(t *testing.T, at string, halfway func()) {
	desks := make([]*store.Store, 10)
	for i := range desks {
		desks[i] = open(t, at, time.Now)
	}
	storetest.Desks(t, desks, testenv.Some(t, 20, 200), halfway)
}
