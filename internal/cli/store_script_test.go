//go:build unix

package cli

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"ntm/internal/cli/clitest"
	"ntm/internal/store/storetest"
	"ntm/internal/testenv"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"
)

// Each script in testdata/script_store is played with its stores in files, and on a
// server: what it keeps is the same in both.
func TestStoreScripts(t *testing.T) {
	var inFiles, onServer kept
	scripts, err := filepath.Glob("testdata/script_store/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	t.Run("sqlite", func(t *testing.T) {
		inFiles.play(t, scripts, func(env *testscript.Env) []string {
			return []string{filepath.Join(env.WorkDir, "tỉnh", "kho.db"), filepath.Join(env.WorkDir, "b.db")}
		})
	})
	t.Run("postgres", func(t *testing.T) {
		scripts := slices.Collect(maps.Values(testenv.Sample(t, scriptsByName(scripts), "three_desks")))
		server := storetest.NewServer(t)
		onServer.play(t, scripts, func(*testscript.Env) []string {
			return []string{server.URL(storetest.Owner, server.Database(t)),
				server.URL(storetest.Owner, server.Database(t))}
		})
	})
	if len(inFiles.texts) == 0 {
		t.Error("nothing was kept to compare")
	}
	if onServer.texts == nil {
		return // left out
	}
	for name, there := range onServer.texts {
		if d := cmp.Diff(inFiles.texts[name], there); d != "" {
			t.Errorf("%s: on a server it ends otherwise than in a file: %s", name, d)
		}
	}
}

// scriptsByName are the scripts by their names.
func scriptsByName(scripts []string) map[string]string {
	out := map[string]string{}
	for _, path := range scripts {
		out[strings.TrimSuffix(filepath.Base(path), ".txtar")] = path
	}
	return out
}

// kept is what scripts kept to be compared.
type kept struct {
	mutex  sync.Mutex
	texts  map[string]string
	counts map[string]int // by script
}

func (k *kept) play(t *testing.T, scripts []string, stores func(*testscript.Env) []string) {
	t.Helper()
	k.texts, k.counts = map[string]string{}, map[string]int{}
	testscript.Run(t, testscript.Params{
		Files:         scripts,
		UpdateScripts: *update,
		Condition:     clitest.Condition,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"invent": invent, "vote": vote, "typein": typein,
			"says": says, "spoil": spoil, "keep": func(ts *testscript.TestScript, _ bool, args []string) {
				k.mutex.Lock()
				defer k.mutex.Unlock()
				k.counts[ts.Name()]++
				k.texts[fmt.Sprintf("%s %d", ts.Name(), k.counts[ts.Name()])] = ts.ReadFile(args[0])
			}},
		Setup: func(env *testscript.Env) error {
			at := stores(env)
			env.Vars = append(env.Vars, "KHO="+at[0], "KHO_B="+at[1])
			return os.CopyFS(filepath.Join(env.WorkDir, "testdata"), os.DirFS("../../testdata"))
		},
	})
}

// Each script in testdata/script_server is a session with a server, to which the
// roles log in by a password in PGPASSFILE; another one, HOST_B, may follow it.
func TestServerScripts(t *testing.T) {
	testenv.LeftToWhole(t)
	server := storetest.NewServer(t, "wal_level=logical")
	second := storetest.NewServer(t, "wal_retrieve_retry_interval=200ms")
	does := func(at *storetest.Server) func(*testscript.TestScript, bool, []string) {
		return func(_ *testscript.TestScript, _ bool, args []string) {
			at.Do(t, storetest.Owner, args[0], strings.ReplaceAll(args[1], "SECRET", "'"+storetest.Password+"'"))
		}
	}
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script_server",
		UpdateScripts: *update,
		Condition:     clitest.Condition,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"invent": invent, "vote": vote,
			"psql": does(server), "psql_b": does(second),
			"await": func(_ *testscript.TestScript, _ bool, args []string) { second.Await(t, args[0], args[1]) }},
		Setup: func(env *testscript.Env) error {
			passes := filepath.Join(env.WorkDir, ".pgpass")
			env.Vars = append(env.Vars, "HOST="+server.Host(), "BASE="+server.Database(t), "PGPASSFILE="+passes,
				"HOST_B="+second.Host(), "BASE_B="+second.Database(t), "PASSWORD="+storetest.Password)
			if err := os.WriteFile(passes, []byte("*:*:*:*:"+storetest.Password+"\n"), 0o600); err != nil {
				return err
			}
			return os.CopyFS(filepath.Join(env.WorkDir, "testdata"), os.DirFS("../../testdata"))
		},
	})
}
