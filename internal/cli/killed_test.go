package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/council"
	"ntm/internal/docket"
	"ntm/internal/papers"
	"ntm/internal/store"
	"ntm/internal/store/storetest"
	"ntm/internal/testenv"
	"ntm/internal/yamldoc"

	"github.com/xuri/excelize/v2"
)

// program is the real program, built once, beside the command that scripts run, whose
// folder goes when the tests end.
func program(t testing.TB) string {
	t.Helper()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

var built = sync.OnceValues(func() (string, error) {
	command, err := exec.LookPath("ntm")
	if err != nil {
		return "", err
	}
	path := filepath.Join(filepath.Dir(command), "real-ntm")
	if out, err := exec.Command("go", "build", "-o", path, "ntm/cmd/ntm").CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	return path, nil
})

// desk is a store and the processes that work on it.
type desk struct {
	t       testing.TB
	program string
	folder  string
	db      string
}

func newDesk(t testing.TB) *desk {
	folder := t.TempDir()
	return &desk{t, program(t), folder, filepath.Join(folder, "kho.db")}
}

// start starts the program with what it says kept.
func (o *desk) start(out *bytes.Buffer, args ...string) *exec.Cmd {
	o.t.Helper()
	cmd := exec.Command(o.program, append(args, "--db", o.db)...)
	cmd.Dir, cmd.Stdout = o.folder, out
	cmd.Env = append(os.Environ(), "NTM_AS=người thử")
	if err := cmd.Start(); err != nil {
		o.t.Fatal(err)
	}
	return cmd
}

// must runs the program to its end.
func (o *desk) must(args ...string) string {
	o.t.Helper()
	var out bytes.Buffer
	if err := o.start(&out, args...).Wait(); err != nil {
		o.t.Fatalf("%v: %v: %s", args, err, out.String())
	}
	return out.String()
}

// invented writes reports that no one has seen before, one for each commune.
func (o *desk) invented(folder string, version int, codes ...string) {
	o.t.Helper()
	r := new(commune.Report)
	if err := yamldoc.Read("../../testdata/xa-gia-dinh-2023.yaml", r); err != nil {
		o.t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(o.folder, folder), 0o700); err != nil {
		o.t.Fatal(err)
	}
	for _, code := range codes {
		r.Commune, r.Note = commune.Where{Code: code}, fmt.Sprintf("bản giả định %d", version)
		data, err := r.JSON()
		if err != nil {
			o.t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(o.folder, folder, "gia-dinh-"+code+".json"), data, 0o600); err != nil {
			o.t.Fatal(err)
		}
	}
}

// sound opens the store as the next program would, and gives its events' kinds and
// reports.
func (o *desk) sound() (reports map[string]bool, kinds map[docket.Kind]int) {
	o.t.Helper()
	ctx := context.Background()
	st, err := store.Open(ctx, o.db, time.Now)
	if err != nil {
		o.t.Fatal(err)
	}
	defer st.Close() //nolint:errcheck // a test
	h, err := st.Check(ctx)
	if err != nil || !h.Sound() {
		o.t.Fatalf("%+v, %v", h, err)
	}
	reports, kinds = map[string]bool{}, map[docket.Kind]int{}
	of, err := st.Subjects(ctx, "", "")
	if err != nil {
		o.t.Fatal(err)
	}
	for _, subject := range of {
		events, err := st.Events(ctx, subject)
		if err != nil {
			o.t.Fatal(err)
		}
		for _, e := range events {
			kinds[e.Kind]++
			var body docket.ReceivedBody
			if e.Kind == docket.Received && json.Unmarshal(e.Body, &body) == nil {
				reports[body.Report] = true
			}
		}
	}
	return reports, kinds
}

// Whatever moment the program is killed at, what it had said to be done is done, and
// the store is sound.
func TestKilled(t *testing.T) {
	kills := testenv.Some(t, 4, 200)
	o := newDesk(t)
	codes := []string{"30523", "30532", "30526", "30529"}
	o.invented("dau", 0, codes...)
	begun := time.Now()
	o.must("import", "dau")
	var within [4]time.Duration // the kill comes within it: for each kind of work, on the machine as it is
	for kind := range within {
		within[kind] = time.Since(begun) * 3 / 2
	}
	random := rand.New(rand.NewPCG(1, 2))
	imported := map[string]bool{}
	votes, backups, killed := 0, 0, 0
	for i := range kills {
		var out bytes.Buffer
		var cmd *exec.Cmd
		backup := fmt.Sprintf("sao-luu-%d.db", i)
		switch i % 4 {
		case 0, 1:
			folder := fmt.Sprintf("ban-%d", i)
			o.invented(folder, i+1, codes...)
			cmd = o.start(&out, "import", folder, "--json")
		case 2:
			sitting, paper := o.sitting(i)
			cmd = o.start(&out, "council", "tally", sitting, paper)
		case 3:
			cmd = o.start(&out, "backup", "-o", backup)
		}
		time.Sleep(time.Duration(random.Int64N(int64(within[i%4]))))
		_ = cmd.Process.Kill() // SIGKILL
		if err := cmd.Wait(); err != nil {
			killed++
			within[i%4] += within[i%4] / 4
		} else {
			within[i%4] -= within[i%4] / 4 // it came too late: the next comes sooner
		}
		switch i % 4 {
		case 0, 1:
			for line := range strings.Lines(out.String()) {
				var said importedJSON
				if json.Unmarshal([]byte(line), &said) == nil && said.Status == "imported" {
					imported[said.Report] = true
				}
			}
		case 2:
			counted, voted := o.counted(fmt.Sprint(i))
			if counted != voted {
				t.Errorf("kill %d: a count without its votes", i)
			}
			if out.Len() > 0 {
				if votes++; !counted {
					t.Errorf("kill %d: a count that was told of is not there", i)
				}
			}
		case 3:
			if _, err := os.Stat(filepath.Join(o.folder, backup)); err == nil {
				backups++
				copied := *o
				copied.db = filepath.Join(o.folder, backup)
				copied.sound()
			} else if strings.Contains(out.String(), "Đã sao lưu") {
				t.Errorf("kill %d: a backup that was told of is not there", i)
			}
		}
		if i%10 == 9 {
			reports, _ := o.sound()
			for digest := range imported {
				if !reports[digest] {
					t.Fatalf("kill %d: report %s was told to be in and is not", i, digest)
				}
			}
		}
	}
	reports, kinds := o.sound()
	t.Logf("%d processes, %d killed in the middle; %d reports told of, %d there; %d counts told of, %d backups; "+
		"events %v", kills, killed, len(imported), len(reports), votes, backups, kinds)
	if testenv.Whole() && (killed < kills/4 || len(imported) == 0 || backups == 0 || votes == 0) {
		t.Error("the kills did not come in the middle of the work")
	}
}

// within does something to the store in this process.
func (o *desk) within(work func(context.Context, *store.Store)) {
	o.t.Helper()
	st, err := store.Open(context.Background(), o.db, time.Now)
	if err != nil {
		o.t.Fatal(err)
	}
	work(context.Background(), st)
	if err := st.Close(); err != nil {
		o.t.Fatal(err)
	}
}

// sitting brings an invented commune before a council of its own, up to a show of
// hands that waits to be counted.
func (o *desk) sitting(i int) (id, paper string) {
	o.t.Helper()
	const province = "Giả Định"
	id, paper = fmt.Sprint(i), fmt.Sprintf("gio-tay-%d.xlsx", i)
	who := council.Council{ID: id, Name: "Hội đồng giả định", Province: "tỉnh " + province, Year: 2023,
		Level: criteria.NTM}
	for k := range 5 {
		who.Members = append(who.Members, council.Member{Name: fmt.Sprintf("Người %d", k), Role: council.Ordinary})
	}
	details, err := json.Marshal(who)
	if err != nil {
		o.t.Fatal(err)
	}
	change := storetest.Report(province, id, "Xã "+id, 2023, "")
	step := func(kind docket.Kind, body any) {
		change.Events = append(change.Events, docket.New(kind, "người thử", province, id, 2023, body))
	}
	of := func(kind docket.Kind, body any) {
		change.Events = append(change.Events, docket.NewOfCouncil(kind, "người thử", province, id, 2023, body))
	}
	step(docket.Submitted, storetest.Submission(""))
	step(docket.TakenUp, docket.NoteBody{})
	for _, on := range []string{"1", "2", "3"} {
		step(docket.Opined, docket.Opinion{Department: "Sở thử", On: on, Result: "Đạt"})
	}
	step(docket.Readied, docket.NoteBody{})
	of(docket.CouncilOpened, docket.CouncilOpenedBody{Level: criteria.NTM, Name: who.Name, Details: details})
	of(docket.CaseAdded, docket.CaseBody{Commune: id})
	step(docket.Batched, docket.BatchBody{Council: id})
	of(docket.Attended, docket.AttendedBody{Present: []int{0, 1, 2, 3, 4}})
	note := "2/3 tiêu chí, 0/0 chỉ tiêu"
	of(docket.BallotsIssued, docket.BallotsIssuedBody{Cases: []docket.CaseRef{{Commune: id, Title: "xã Xã " + id,
		Note: note}}})
	o.within(func(ctx context.Context, st *store.Store) {
		if err := st.AppendOne(ctx, change); err != nil {
			o.t.Fatal(err)
		}
	})
	var blank bytes.Buffer
	if err := papers.WriteHands(&blank, &who, []council.Case{{Key: id, Title: "xã Xã " + id, Note: note}},
		5); err != nil {
		o.t.Fatal(err)
	}
	book, err := excelize.OpenReader(&blank)
	if err != nil {
		o.t.Fatal(err)
	}
	rows, err := book.GetRows(book.GetSheetName(0))
	if err != nil {
		o.t.Fatal(err)
	}
	for k, row := range rows {
		if len(row) > 0 && row[0] == "1" {
			for column, n := range map[int]int{5: 4, 7: 1, 8: 0} {
				if err := book.SetCellInt(book.GetSheetName(0), cellAt(column, k+1), int64(n)); err != nil {
					o.t.Fatal(err)
				}
			}
		}
	}
	if err := book.SaveAs(filepath.Join(o.folder, paper)); err != nil {
		o.t.Fatal(err)
	}
	return id, paper
}

// counted tells whether a council's count is in the store, and its commune's vote.
func (o *desk) counted(id string) (count, vote bool) {
	o.within(func(ctx context.Context, st *store.Store) {
		councils, err := st.Councils(ctx, "Giả Định")
		if err != nil {
			o.t.Fatal(err)
		}
		for _, c := range councils {
			count = count || c.ID == id && c.Counted != nil
		}
		c, err := st.Commune(ctx, "Giả Định", id)
		if err != nil {
			o.t.Fatal(err)
		}
		vote = c.Dossier(2023).Vote != nil
	})
	return count, vote
}

// Two programs that write at once wait for each other; readers do not wait at all.
func TestSeveralProcesses(t *testing.T) {
	t.Parallel()
	o := newDesk(t)
	const programs = 4
	versions := testenv.Some(t, 3, 5)
	codes := []string{"30523", "30532", "30526"}
	o.must("store", "init")
	outs := make([]bytes.Buffer, programs)
	failed := make([]error, programs)
	var group sync.WaitGroup
	for p := range programs {
		for v := range versions {
			o.invented(fmt.Sprintf("nguoi-%d/ban-%d", p, v), 100*p+v, codes...)
		}
		group.Go(func() {
			for v := range versions {
				failed[p] = errors.Join(failed[p], o.start(&outs[p], "import", fmt.Sprintf("nguoi-%d/ban-%d", p, v),
					"--json").Wait())
			}
		})
	}
	for range 10 {
		o.must("list", "--json")
	}
	group.Wait()
	said := 0
	for p := range programs {
		if failed[p] != nil {
			t.Fatalf("%v: %s", failed[p], outs[p].String())
		}
		said += strings.Count(outs[p].String(), `"imported"`)
	}
	reports, kinds := o.sound()
	if want := programs * versions * len(codes); said != want || len(reports) != want ||
		kinds[docket.Received] != want || kinds[docket.Assessed] != want {
		t.Errorf("%d told of, %d there, %v; want %d", said, len(reports), kinds, want)
	}
}
