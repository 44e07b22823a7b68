package cli

import (
	"bufio"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ntm/internal/store"
)

// Killed in the middle, the window has lost nothing that the page said was kept, and the next
// start opens it again although the dead one left its lock.
func TestOpenKilled(t *testing.T) {
	t.Parallel()
	o := newDesk(t)
	cache := t.TempDir()
	start := func() (address string, kill func()) {
		cmd := o.command([]string{"open", "--no-browser", "--db", o.db})
		cmd.Env = append(cmd.Env, "XDG_CACHE_HOME="+cache, "LocalAppData="+cache)
		out, err := cmd.StdoutPipe()
		if err == nil {
			err = cmd.Start()
		}
		if err != nil {
			t.Fatal(err)
		}
		kill = func() { _, _ = cmd.Process.Kill(), cmd.Wait() } // it ends by that
		t.Cleanup(kill)
		line, err := bufio.NewReader(out).ReadString('\n')
		if err != nil {
			t.Fatal(err)
		}
		return strings.TrimSpace(line), kill
	}
	address, kill := start()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	person := http.Client{Jar: jar}
	base, _, _ := strings.Cut(address, "/vao/")
	ask := func(path string, form url.Values) {
		t.Helper()
		answer, err := person.PostForm(path, form)
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close() //nolint:errcheck // read to its end
		if body, _ := io.ReadAll(answer.Body); answer.StatusCode != http.StatusOK {
			t.Fatalf("%s: %.300s", answer.Status, body)
		}
	}
	entered, err := person.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	_ = entered.Body.Close()
	ask(base+"/xa", url.Values{"xa": {"16492"}, "nam": {"2023"}})
	ask(base+"/xa/Thanh%20Hóa/16492/2023/o", url.Values{"to": {"Số liệu"},
		"dong": {"income_per_capita"}, "cot": {"ntm:value"}, "chu": {"69 triệu"}, "ban": {"0"}})
	kill()
	st, err := store.Open(t.Context(), o.db, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	_, cells, err := st.Working(t.Context(), store.OfYear{Province: "Thanh Hóa", Commune: "16492", Year: 2023}, nil)
	if err != nil || len(cells) == 0 || cells[0].Value != "69 triệu" {
		t.Errorf("%+v %v", cells, err)
	}
	if err := st.Close(); err != nil {
		t.Error(err)
	}
	if again, _ := start(); again == address || filepath.Dir(again) == filepath.Dir(address) {
		t.Errorf("the next start leads into the dead one: %s", again)
	}
}
