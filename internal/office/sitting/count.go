package sitting

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"ntm/internal/council"
	"ntm/internal/docket"
	"ntm/internal/papers"
	"ntm/internal/problem"
	"ntm/internal/store"
)

// Count takes the papers in files back and writes down what each commune got.
func (s *Sitting) Count(ctx context.Context, st *store.Store, by string, files []string) error {
	counted, data, err := s.takeBack(ctx, files)
	if err != nil {
		return err
	}
	events := []docket.Event{s.event(docket.Counted, by, docket.CountedBody{Counted: data})}
	for i := range counted.Results {
		r := &counted.Results[i]
		d := council.Decide(&s.Who, len(s.Present), r)
		events = append(events, docket.New(docket.Voted, by, s.Province, r.Key, s.Year, docket.Vote{
			Council: s.ID, Level: s.Level, Members: len(s.Who.Members), Present: len(s.Present), For: r.For,
			Against: r.Against, Invalid: r.Invalid,
			Secret: counted.Secret, Carried: d.Carried, Words: d.Words(), Reasons: r.Reasons,
		}).On(s.Day))
	}
	return s.add(ctx, st, events...)
}

// Tried is the sitting as it would be once the papers in files are counted; nothing is
// written down.
func (s *Sitting) Tried(ctx context.Context, files []string) (*Sitting, error) {
	counted, data, err := s.takeBack(ctx, files)
	if err != nil {
		return nil, err
	}
	tried := *s.Council
	tried.Counted = data
	again := *s
	again.Council, again.Void = &tried, counted.Void
	return &again, nil
}

// takeBack counts the papers in files, where it is time for that.
func (s *Sitting) takeBack(ctx context.Context, files []string) (counted council.Counted, data []byte, err error) {
	if err := s.may(council.ToCount); err != nil {
		return counted, nil, err
	}
	counted, err = s.read(ctx, files)
	if err != nil {
		return counted, nil, err
	}
	data, err = json.Marshal(counted)
	return counted, data, err
}

// mostOfPaper is more bytes than any ballot has.
const mostOfPaper = 4 << 20

// paperIn is the content of a file that may be a paper.
func paperIn(file string) ([]byte, error) {
	const hint = "chỉ để các phiếu đã phát trong thư mục"
	info, err := os.Stat(file)
	switch {
	case err == nil && !info.Mode().IsRegular():
		return nil, problem.Problem{File: file, Message: "đây không phải một tệp", Hint: hint}
	case err == nil && info.Size() > mostOfPaper:
		return nil, problem.Problem{File: file, Message: "tệp lớn hơn mọi tờ phiếu", Hint: hint}
	}
	data, err := os.ReadFile(file)
	if err != nil {
		err = problem.Problem{File: file, Message: "không đọc được tệp này", Hint: "kiểm tra đường dẫn và quyền đọc"}
	}
	return data, err
}

// read reads the papers that came back, and counts them.
func (s *Sitting) read(ctx context.Context, files []string) (council.Counted, error) {
	var wrong problem.List
	var handed []council.Ballot
	var counted council.Counted
	for _, file := range files {
		data, err := paperIn(file)
		if err != nil {
			wrong = append(wrong, problem.Of(err)...)
			continue
		}
		if s.Secret {
			var b council.Ballot
			b, err = papers.ReadBallot(ctx, file, data, &s.Who, s.Cases)
			handed = append(handed, b)
		} else {
			counted, err = papers.ReadHands(ctx, file, data, &s.Who, s.Cases, len(s.Present))
		}
		if err != nil {
			wrong = append(wrong, problem.Of(err)...)
		}
	}
	if !s.Secret && len(files) > 1 {
		wrong.Add(problem.Problem{Message: fmt.Sprintf("có %d tệp, biểu quyết giơ tay chỉ có một tờ kết quả",
			len(files)), Hint: "ghi đúng một tệp"})
	}
	if err := wrong.Err(); err != nil || !s.Secret {
		return counted, err
	}
	counted, err := council.Count(&s.Who, s.Cases, s.Ballots, handed)
	if err == nil && counted.Back > len(s.Present) {
		err = problem.Problem{Message: fmt.Sprintf("thu về %d phiếu, nhiều hơn %d thành viên có mặt", counted.Back,
			len(s.Present)), Hint: "kiểm lại thành viên dự họp (ntm council attend) và số phiếu đã phát",
			Page: problem.Press("kiểm lại mục Thành viên dự họp và số phiếu đã phát")}
	}
	return counted, err
}

// Tallied is the count of one commune with what follows.
type Tallied struct {
	Key   string `json:"key"`
	Title string `json:"title"`
	council.Result
	council.Decision
	Words string `json:"words"`
}

// Tallied is the count that was written down, and what follows from it for each commune.
func (s *Sitting) Tallied() (council.Counted, []Tallied, error) {
	var counted council.Counted
	if err := s.may(council.ToConclude); err != nil {
		return counted, nil, err
	}
	if err := json.Unmarshal(s.Counted, &counted); err != nil {
		return counted, nil, err
	}
	var out []Tallied
	for i := range counted.Results {
		r := &counted.Results[i]
		d := council.Decide(&s.Who, len(s.Present), r)
		out = append(out, Tallied{r.Key, s.titleOf(r.Key), *r, d, d.Words()})
	}
	return counted, out, nil
}

// Minutes are what the minutes of a sitting that was counted say, of the day of the count, with
// what its chairman has concluded since.
func (s *Sitting) Minutes(ctx context.Context, st *store.Store) (papers.Minutes, error) {
	counted, _, err := s.Tallied()
	if err != nil {
		return papers.Minutes{}, err
	}
	out := papers.Minutes{Council: &s.Who, Cases: s.Cases, Present: s.Present, Counted: counted, At: s.Last.Held(),
		Conclusions: map[string]*docket.Conclusion{}}
	found, err := st.Dossiers(ctx, store.Filter{Province: s.Province, Council: s.ID})
	for _, d := range found {
		if c := d.Conclusion; c != nil && c.Council == s.ID {
			out.Conclusions[d.Commune] = c
		}
	}
	return out, err
}

// titleOf is what the ballots call a commune.
func (s *Sitting) titleOf(key string) string {
	for _, c := range s.Cases {
		if c.Key == key {
			return c.Title
		}
	}
	return key
}
