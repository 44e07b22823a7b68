//go:build unix

package store_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/store"
	"ntm/internal/store/storetest"
	"ntm/internal/testenv"

	"github.com/google/go-cmp/cmp"
)

// country is a server on which two provinces have a database each, and a ministry's that
// follows both.
type country struct {
	*testing.T
	provinces, ministry *storetest.Server
	bases               map[string]string // by province
	of                  map[string]*store.Store
	base                string
	all                 *store.Store // the ministry's
}

func newCountry(t *testing.T) *country {
	c := &country{T: t, provinces: storetest.NewServer(t, "wal_level=logical"),
		ministry: storetest.NewServer(t, "wal_retrieve_retry_interval=200ms"),
		bases:    map[string]string{}, of: map[string]*store.Store{}}
	c.provinces.Do(t, storetest.Owner, "postgres", "CREATE ROLE ntm_bo LOGIN REPLICATION PASSWORD '"+
		storetest.Password+"'")
	for _, province := range []string{"Thanh Hóa", "Nghệ An"} {
		base := c.provinces.Database(t)
		s := open(t, c.provinces.URL(storetest.Owner, base), time.Now)
		must(t, s.Roles(t.Context()))
		c.provinces.Do(t, storetest.Owner, base, "GRANT ntm_reader TO ntm_bo")
		c.bases[province], c.of[province] = base, s
		for i := range 30 {
			key := fmt.Sprint(i)
			must(t, s.AppendOne(t.Context(), storetest.Report(province, key, "Xã "+key, 2023, "")))
		}
		must(t, s.AppendOne(t.Context(), store.Change{Province: province, Events: []docket.Event{
			docket.NewOfCouncil(docket.CouncilOpened, "người thử", province, "2023-1", 2023,
				docket.CouncilOpenedBody{Level: criteria.NTM, Name: "Hội đồng giả định", Details: []byte("{}")}),
		}}))
	}
	// Of another province, for whatever reason: it is not what the ministry is to get from here.
	must(t, c.of["Thanh Hóa"].AppendOne(t.Context(), storetest.Report("Nghệ An", "1", "Một", 2023, "ở nhầm chỗ")))
	c.base = c.ministry.Database(t)
	c.all = open(t, c.ministry.URL(storetest.Owner, c.base), time.Now)
	for province, base := range c.bases {
		name, err := c.of[province].Publish(t.Context(), province)
		must(t, err)
		must(t, c.all.Subscribe(t.Context(), province, c.provinces.URL("ntm_bo", base)))
		t.Logf("%s follows %s", province, name)
	}
	return c
}

// caughtUp waits until the ministry holds what the provinces hold, and no more.
func (c *country) caughtUp(after string) {
	c.Helper()
	both := open(c, filepath.Join(c.TempDir(), "cả hai.db"), time.Now)
	for province, s := range c.of {
		subjects, err := s.Subjects(c.Context(), province, "")
		must(c.T, err)
		_, err = both.MergeFrom(c.Context(), s, subjects, func(int) {})
		must(c.T, err)
	}
	want, err := both.Check(c.Context())
	must(c.T, err)
	var got *store.Health
	c.until(after, func() bool {
		if got, err = c.all.Check(c.Context()); err != nil {
			return false // by a line that the server cut when it was killed
		}
		got.Orphans = want.Orphans // an event that was deleted leaves its documents
		return cmp.Diff(want, got) == "" || want.Events == got.Events && want.Dossiers == got.Dossiers && got.Sound()
	}, func() string { return fmt.Sprint(err, cmp.Diff(want, got)) })
	if want.Digest != got.Digest {
		c.Errorf("%s: the digests are not equal: %s", after, cmp.Diff(want, got))
	}
}

func (c *country) until(what string, is func() bool, said func() string) {
	c.Helper()
	for end := time.Now().Add(time.Minute); !is(); time.Sleep(100 * time.Millisecond) {
		if time.Now().After(end) {
			c.Fatalf("%s: not within a minute: %s", what, said())
		}
	}
}

// states waits until the ministry's streams are so.
func (c *country) states(at *store.Store, want ...store.StreamState) {
	c.Helper()
	var got []store.StreamState
	c.until("the streams", func() bool {
		found, err := at.Streams(c.Context())
		must(c.T, err)
		got = nil
		for _, s := range found {
			got = append(got, s.State)
		}
		return slices.Equal(got, want)
	}, func() string { return fmt.Sprintf("%q, want %q", got, want) })
}

// A ministry follows two provinces' servers: what they hold is there, also what was taken away;
// cut off, it catches up; what it cannot write is told of, and once that is mended it goes on.
func TestAMinistryFollowsProvinces(t *testing.T) {
	testenv.LeftToWhole(t)
	c := newCountry(t)
	c.caughtUp("the first copy")
	c.states(c.all, store.Flowing, store.Flowing)
	here := c.of["Thanh Hóa"]

	must(t, here.AppendOne(t.Context(), storetest.Report("Thanh Hóa", "mới", "Mới", 2023, "")))
	must(t, c.of["Nghệ An"].AppendOne(t.Context(), storetest.Step(docket.Submitted, "Nghệ An", "3", 2023,
		storetest.Submission(""))))
	c.caughtUp("what was written since")

	c.provinces.Do(t, storetest.Owner, c.bases["Thanh Hóa"], "DELETE FROM dossiers WHERE commune = 'mới'",
		"DELETE FROM communes WHERE commune = 'mới'", "DELETE FROM events WHERE commune = 'mới'",
		fmt.Sprintf("DELETE FROM documents WHERE digest = '%s'", store.Digest([]byte("báo cáo mới"))))
	c.caughtUp("what was deleted")

	c.ministry.Kill()
	must(t, here.AppendOne(t.Context(), storetest.Report("Thanh Hóa", "vắng", "Vắng", 2023, "")))
	c.states(here, store.Unfetched)
	c.ministry.Start(t)
	c.caughtUp("the ministry's server was away")
	c.provinces.Kill()
	c.states(c.all, store.CutOff, store.CutOff)
	c.provinces.Start(t)
	must(t, here.AppendOne(t.Context(), storetest.Report("Thanh Hóa", "về", "Về", 2023, "")))
	c.caughtUp("the provinces' server was away")

	c.ministry.Do(t, storetest.Owner, c.base, "INSERT INTO communes VALUES ('Thanh Hóa', 'lạ', 'Lạ', '', '{}')")
	must(t, here.AppendOne(t.Context(), storetest.Report("Thanh Hóa", "lạ", "Lạ", 2023, "")))
	must(t, c.of["Nghệ An"].AppendOne(t.Context(), storetest.Report("Nghệ An", "lạ", "Lạ", 2023, "")))
	c.states(c.all, store.Flowing, store.Clashing)
	if !strings.Contains(c.ministry.Log(), "(province, commune)=(Thanh Hóa, lạ)") {
		t.Error("the server's log does not name what clashed:", c.ministry.Log())
	}
	c.ministry.Do(t, storetest.Owner, c.base, "DELETE FROM communes WHERE commune = 'lạ' AND province = 'Thanh Hóa'")
	c.caughtUp("the clash was mended")
	c.ministry.Do(t, storetest.Owner, c.base, "ALTER SUBSCRIPTION ntm_thanh_hoa DISABLE")
	c.states(c.all, store.Flowing, store.Off)
	must(t, c.all.Subscribe(t.Context(), "Thanh Hóa", c.provinces.URL("ntm_bo", c.bases["Thanh Hóa"])))
	c.states(c.all, store.Flowing, store.Flowing)
	c.states(here, store.Flowing)
}

// What a ministry follows is written to at the province's; of other provinces it takes what is
// handed to it.
func TestWhatIsFollowedIsNotWrittenTo(t *testing.T) {
	testenv.LeftToWhole(t)
	c := newCountry(t)
	c.caughtUp("the first copy")
	for _, province := range []string{"Thanh Hóa", "~thanh hoa"} {
		err := c.all.AppendOne(t.Context(), storetest.Report(province, "mới", "Mới", 2023, ""))
		if err == nil || !strings.Contains(err.Error(), "nhận từ máy chủ của tỉnh") {
			t.Errorf("%s: %v", province, err)
		}
	}
	must(t, c.all.AppendOne(t.Context(), storetest.Report("Giả Định", "1", "Một", 2023, "")))
	if h, err := c.all.Check(t.Context()); err != nil || !h.Sound() || h.Communes != 61 {
		t.Errorf("%+v, %v", h, err)
	}
}

// Who cannot publish or follow is told why.
func TestStreamsThatCannotBe(t *testing.T) {
	testenv.LeftToWhole(t)
	server := storetest.NewServer(t)
	base := server.Database(t)
	s := open(t, server.URL(storetest.Owner, base), time.Now)
	must(t, s.Office(t.Context(), "vp", "Thanh Hóa"))
	must(t, s.AppendOne(t.Context(), storetest.Report("Thanh Hóa", "1", "Một", 2023, "")))
	server.Do(t, storetest.Owner, base, "ALTER ROLE vp PASSWORD '"+storetest.Password+"'")
	logical := storetest.NewServer(t, "wal_level=logical")
	there := logical.Database(t)
	other := open(t, logical.URL(storetest.Owner, there), time.Now)
	must(t, other.Office(t.Context(), "vp", "Thanh Hóa"))
	logical.Do(t, storetest.Owner, "postgres", "ALTER ROLE vp PASSWORD '"+storetest.Password+"'")
	office := open(t, logical.URL("vp", there), time.Now)
	file := open(t, filepath.Join(t.TempDir(), "kho.db"), time.Now)
	publish := func(s *store.Store) error { _, err := s.Publish(t.Context(), "Thanh Hóa"); return err }
	follow := func(s *store.Store, home, from string) error { return s.Subscribe(t.Context(), home, from) }
	nobody := "postgres://ntm_bo@127.0.0.1:1/ntm"
	for name, c := range map[string]struct {
		err  error
		said string
	}{
		"a file publishes":           {publish(file), "kho dạng tệp"},
		"a file follows":             {follow(file, "Nghệ An", nobody), "kho dạng tệp"},
		"a server that is not set":   {publish(s), "wal_level = replica"},
		"an office publishes":        {publish(office), "không được làm việc này"},
		"an office follows":          {follow(office, "Nghệ An", nobody), "không được làm việc này"},
		"a province that is there":   {follow(s, "Thanh Hóa", nobody), "đã có dữ liệu của Thanh Hóa"},
		"a server that is not there": {follow(s, "Nghệ An", nobody), "không nối được tới kho phát hành"},
	} {
		if c.err == nil || !strings.Contains(c.err.Error(), c.said) {
			t.Errorf("%s: %v, want %q", name, c.err, c.said)
		}
	}
	if found, err := file.Streams(t.Context()); err != nil || found != nil {
		t.Errorf("a file has streams: %+v, %v", found, err)
	}
}
