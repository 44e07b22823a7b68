package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"ntm/internal/cli/command"
	"ntm/internal/cli/many"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/store"
	"ntm/internal/term"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// decided makes the event of a decision.
func decided(kind docket.Kind) stepEvent {
	return typed(kind, func(o *stepOptions) any {
		return docket.Decision{Level: o.level.Level, Number: o.decision, Date: o.day.Date,
			Note: strings.Join(o.reasons, "; "), Grounds: o.grounds()}
	})
}

// noted makes the event of a step that leads on.
func noted(kind docket.Kind) stepEvent { return typed(kind, (*stepOptions).noteBody) }

func (o *stepOptions) noteBody() any { return docket.NoteBody{Note: o.note, Grounds: o.grounds()} }

// typed makes an event of what was typed alone.
func typed(kind docket.Kind, body func(*stepOptions) any) stepEvent {
	return func(_ context.Context, _ *store.Store, o *stepOptions) (docket.Kind, any, error) {
		return kind, body(o), nil
	}
}

// bodies are those of the events of one step, and of the one that is taken with it.
func (o *stepOptions) bodies(of any) []any {
	if !o.takeUp {
		return []any{of}
	}
	o.With = docket.TakenUp
	return []any{of, office.Then{Kind: docket.TakenUp, Body: o.noteBody()}}
}

// stepEvent makes of what was typed the kind and the body of a step's event.
type stepEvent func(context.Context, *store.Store, *stepOptions) (docket.Kind, any, error)

// newStep is a command that takes one step of one dossier.
func newStep(w World, name, alias, short, example string, flags func(*stepOptions, *pflag.FlagSet),
	event stepEvent) *cobra.Command {
	opts := stepOptions{Chosen: many.NewChosen()}
	cmd := &cobra.Command{
		Use:     name + " XÃ… [tùy chọn]",
		Aliases: []string{alias},
		Short:   short,
		Long: short + `.

Nhiều xã: ghi nhiều tên hoặc mã, một danh sách --list, hoặc --province và --year (mọi xã đang ở bước
phù hợp; lọc thêm bằng --verdict). Chương trình kê các xã sẽ ghi, hỏi một lần, ghi từng xã trọn vẹn,
rồi nêu xã nào không ghi được và vì sao.`,
		Example: "  " + example,
		Args: func(cmd *cobra.Command, given []string) error {
			if opts.Several(given) {
				return nil
			}
			return command.Args("XÃ")(cmd, given)
		},
		RunE: func(cmd *cobra.Command, given []string) error {
			ctx := cmd.Context()
			return opts.In(ctx, w, func(st *store.Store) error {
				if !opts.Several(given) {
					opts.Text = given[0]
				}
				kind, body, err := event(ctx, st, &opts)
				if err != nil {
					return err
				}
				return opts.takeAll(ctx, w, st, given, kind, opts.bodies(body)...)
			})
		},
	}
	f := cmd.Flags()
	flags(&opts, f)
	opts.common(f)
	return cmd
}

// takeAll takes a step of every dossier that was chosen, or of the one.
func (o *stepOptions) takeAll(ctx context.Context, w World, st *store.Store, given []string, kind docket.Kind,
	bodies ...any) error {
	if !o.Several(given) {
		return o.take(ctx, w, st, kind, bodies...)
	}
	by, err := o.acting(w)
	if err != nil {
		return err
	}
	of, lost, err := o.Dossiers(ctx, st, given, o.Year, o.level.Level, kind)
	if err != nil {
		return err
	}
	return o.Take(ctx, w, kind, of, lost, o.json, func(d *docket.Dossier) error {
		_, err := office.TakeStep(ctx, st, office.WhichOf(d), by, o.day.Date, kind, bodies...)
		return err
	})
}

func (o *stepOptions) common(f *pflag.FlagSet) {
	f.BoolVar(&o.json, "json", false, "in hồ sơ sau bước này dạng JSON")
	o.CommuneFlags(f)
	o.AsFlag(f)
}

// take takes a step and shows where the dossier stands then.
func (o *stepOptions) take(ctx context.Context, w World, st *store.Store, kind docket.Kind, bodies ...any) error {
	by, err := o.acting(w)
	if err != nil {
		return err
	}
	against := ""
	if c, err := o.Find(ctx, st); err == nil && kind == docket.Revoked {
		against = office.AgainstReview(ctx, st, c, cmp.Or(o.level.Level, c.Held()))
	}
	d, err := office.TakeStep(ctx, st, o.Which, by, o.day.Date, kind, bodies...)
	var held office.Held
	if errors.As(err, &held) {
		under := *held.Dossier
		under.Level = cmp.Or(o.level.Level, under.Level)
		command.VerdictUnder(term.NewScreen(term.Terminal{Stdout: w.Stderr, Width: w.Width}), &under)
	}
	if err != nil {
		return err
	}
	return o.show(w, d, func(s *screen) {
		s.Line("%s %s: %s, năm %d", s.Good("Đã ghi:"), o.Words(kind), d.Place.Title, d.Year)
		if against != "" {
			s.Item(2, s.Unknown("Lưu ý:"), against)
		}
		command.VerdictUnder(s.Screen, d)
		s.Item(2, "Hồ sơ hiện:", s.stage(d))
		if next := docket.After(d.Stage); len(next) > 0 {
			s.Item(2, "Bước tiếp có thể:", vi.List("; ", next, func(n docket.Next) string {
				return fmt.Sprintf("%s (ntm %s)", n.Word, n.Do)
			}))
		}
	})
}

// acting is who acts; texts that cannot be shown are refused.
func (o *stepOptions) acting(w World) (string, error) {
	by, err := o.By(w)
	if err != nil {
		return "", err
	}
	for _, text := range append([]string{o.note, o.department, o.on, o.result, o.decision}, o.reasons...) {
		if what := office.Unreadable(text, office.MostOfText); what != "" {
			return "", command.Usage(what, fmt.Sprintf("ghi không quá %d chữ, bỏ các ký tự điều khiển",
				office.MostOfText))
		}
	}
	return by, nil
}
