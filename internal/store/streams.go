package store

import (
	"context"
	"slices"
	"time"

	"ntm/internal/list"
)

// Stream is a province's way from one server to another, as this end sees it.
type Stream struct {
	Name  string      `json:"name"`
	Out   bool        `json:"out"` // from here
	State StreamState `json:"state"`
	Heard *time.Time  `json:"heard,omitempty"`     // when something last came
	Kept  int64       `json:"keptBytes,omitempty"` // of the log, for who has not fetched it
}

// StreamState is how a stream is.
type StreamState string

// The states of a stream.
const (
	Flowing   StreamState = "flowing"
	Copying   StreamState = "copying"   // what there was before
	Off       StreamState = "off"       // somebody turned it off
	Clashing  StreamState = "clashing"  // what comes cannot be written here
	CutOff    StreamState = "cut_off"   // the other end does not answer
	Unfetched StreamState = "unfetched" // nobody fetches it
	Broken    StreamState = "broken"    // what was not fetched is gone
)

// Well tells a stream that nobody has to look after.
func (s *Stream) Well() bool { return s.State == Flowing || s.State == Copying }

// Streams are what this store publishes that anybody follows, and what it follows.
func (s *Store) Streams(ctx context.Context) ([]Stream, error) {
	if _, ok := s.engine.(*postgres); !ok {
		return nil, nil
	}
	out, err := collect(ctx, s.read, scanSlot, `SELECT slot_name, active, coalesce(wal_status, ''),
  CASE WHEN pg_is_in_recovery() THEN 0 ELSE coalesce(pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn), 0) END::bigint
FROM pg_replication_slots WHERE database = current_database() AND slot_name LIKE 'ntm\_%' ORDER BY slot_name`)
	if err != nil {
		return nil, s.explain(err)
	}
	in, err := s.followed(ctx)
	return append(out, in...), s.explain(err)
}

func scanSlot(scan scanner) (Stream, error) {
	out := Stream{Out: true, State: Flowing}
	var active bool
	var log string
	err := scan(&out.Name, &active, &log, &out.Kept)
	switch {
	case log == "lost":
		out.State = Broken
	case !active:
		out.State = Unfetched
	}
	return out, err
}

// following is a subscription as it is at a moment.
type following struct {
	Stream
	errors int // so far
}

// followed are the subscriptions. Of one that does not flow the server begins again every few
// seconds: as it does, it is seen whether it fails at the other end or at writing here.
func (s *Store) followed(ctx context.Context) ([]Stream, error) {
	first, err := s.following(ctx)
	if err != nil || len(first) == 0 {
		return nil, err
	}
	odd := func(f following) bool { return f.State == CutOff || f.State == Copying }
	last := first
	if slices.ContainsFunc(first, odd) {
		pause, err := columnOf[int64](ctx, s.read, "SELECT setting::bigint FROM pg_settings WHERE name = "+
			"'wal_retrieve_retry_interval'")
		if err != nil {
			return nil, err
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(time.Duration(pause[0])*time.Millisecond + time.Second):
		}
		if last, err = s.following(ctx); err != nil {
			return nil, err
		}
	}
	before := map[string]int{}
	for _, f := range first {
		before[f.Name] = f.errors
	}
	return list.Map(last, func(f following) Stream {
		if f.State != Off && f.errors > before[f.Name] {
			f.State = Clashing
		}
		return f.Stream
	}), nil
}

func (s *Store) following(ctx context.Context) ([]following, error) {
	return collect(ctx, s.read, func(scan scanner) (following, error) {
		var f following
		var on, working, copying bool
		err := scan(&f.Name, &on, &working, &copying, &f.errors, &f.Heard)
		switch {
		case !on:
			f.State = Off
		case !working:
			f.State = CutOff
		case copying:
			f.State = Copying
		default:
			f.State = Flowing
		}
		return f, err
	}, `SELECT s.subname, s.subenabled, w.pid IS NOT NULL,
  EXISTS (SELECT FROM pg_subscription_rel r WHERE r.srsubid = s.oid AND r.srsubstate NOT IN ('r', 's')),
  (coalesce(e.apply_error_count, 0) + coalesce(e.sync_error_count, 0))::integer, w.last_msg_receipt_time
FROM pg_subscription s
  LEFT JOIN pg_stat_subscription w ON w.subid = s.oid AND w.relid IS NULL
  LEFT JOIN pg_stat_subscription_stats e ON e.subid = s.oid
WHERE s.subdbid = (SELECT oid FROM pg_database WHERE datname = current_database()) ORDER BY s.subname`)
}
