//go:build unix

package store_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/store/storetest"
	"ntm/internal/testenv"
)

// With sslmode=verify-full a desk talks to the server that the office's own root vouches for, by
// that name, and to no other.
func TestVerifyFull(t *testing.T) {
	testenv.LeftToWhole(t)
	mine, other := storetest.NewCertificate(t, "localhost"), storetest.NewCertificate(t, "localhost")
	server := storetest.NewServer(t, mine.Settings()...)
	plain, base := storetest.NewServer(t), server.Database(t)
	at := func(s *storetest.Server, host, root string) string {
		return strings.NewReplacer("127.0.0.1:", host+":", "sslmode=disable",
			"sslmode=verify-full&sslrootcert="+root).Replace(s.URL(storetest.Owner, base))
	}
	s := open(t, at(server, "localhost", mine.Root), time.Now)
	must(t, s.AppendOne(t.Context(), storetest.Report("Giả Định", "1", "Một", 2023, "")))
	for name, c := range map[string]struct{ at, said string }{
		"signed by somebody else": {at(server, "localhost", other.Root), "chứng thư của máy chủ không đúng"},
		"by another name":         {at(server, "127.0.0.1", mine.Root), "chứng thư của máy chủ không đúng"},
		"of no root here":         {at(server, "localhost", ""), "chứng thư của máy chủ không đúng"},
		"without one":             {at(plain, "localhost", mine.Root), "không nối được tới máy chủ"},
		"a root that is not there": {at(server, "localhost", filepath.Join(t.TempDir(), "goc.pem")),
			"không đọc được tệp chứng thư gốc"},
	} {
		_, err := store.Open(t.Context(), c.at, time.Now)
		if said := problem.Of(err); len(said) != 1 || !strings.Contains(said[0].Message, c.said) || said[0].Hint == "" {
			t.Errorf("%s: %v, want %q", name, err, c.said)
		}
	}
}
