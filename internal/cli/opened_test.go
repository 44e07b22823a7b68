package cli

import (
	"bufio"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os/exec"
	"strings"
	"testing"
)

// opened is the window as a process of its own, and who came in.
type opened struct {
	testing.TB
	cmd           *exec.Cmd
	address, base string
	person        http.Client
}

// open opens the window; cache is where it claims its store.
func (o *desk) open(cache string) *opened {
	o.t.Helper()
	cmd := o.command([]string{"open", "--no-browser", "--db", o.db})
	cmd.Env = append(cmd.Env, "XDG_CACHE_HOME="+cache, "LocalAppData="+cache)
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		o.t.Fatal(err)
	}
	w := &opened{TB: o.t, cmd: cmd}
	o.t.Cleanup(w.kill)
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		o.t.Fatal(err)
	}
	w.address = strings.TrimSpace(line)
	w.base, _, _ = strings.Cut(w.address, "/vao/")
	if w.person.Jar, err = cookiejar.New(nil); err != nil {
		o.t.Fatal(err)
	}
	return w
}

func (w *opened) kill() { _, _ = w.cmd.Process.Kill(), w.cmd.Wait() } // it ends by that

// enter comes in by the address that was printed.
func (w *opened) enter() {
	w.Helper()
	w.read(w.person.Get(w.address))
}

// get asks for a page, and gives what it says.
func (w *opened) get(path string) string {
	w.Helper()
	return w.read(w.person.Get(w.base + path))
}

// post sends a form.
func (w *opened) post(path string, form url.Values) {
	w.Helper()
	w.read(w.person.PostForm(w.base+path, form))
}

// cell types a text into a cell of figures that was written so many times, as the script does.
func (w *opened) cell(year, figure, text, version string) {
	w.Helper()
	form := url.Values{"to": {"Số liệu"}, "dong": {figure}, "cot": {"ntm:value"}, "chu": {text}, "ban": {version}}
	r, err := http.NewRequestWithContext(w.Context(), http.MethodPost, w.base+year+"/o",
		strings.NewReader(form.Encode()))
	if err != nil {
		w.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("HX-Request", "true")
	w.read(w.person.Do(r))
}

func (w *opened) read(answer *http.Response, err error) string {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
	defer answer.Body.Close() //nolint:errcheck // read to its end
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		w.Fatalf("%s: %.300s %v", answer.Status, body, err)
	}
	return string(body)
}
