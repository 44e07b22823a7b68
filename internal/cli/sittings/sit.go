package sittings

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"ntm/internal/cli/command"
	"ntm/internal/list"
	"ntm/internal/office/sitting"
	"ntm/internal/store"
	"ntm/internal/term"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
)

// sit is what a command does on one council; by is who acts, where it writes something down.
type sit func(ctx context.Context, st *store.Store, s *sitting.Sitting, by string) error

// newSitting is a command on one council.
func newSitting(w command.World, use, alias, short, long, example string, given func(*ofCouncil, []string) error,
	opts *ofCouncil, run sit) *cobra.Command {
	cmd := &cobra.Command{
		Use: use, Aliases: []string{alias}, Short: short, Long: long, Example: example,
		Args: firstOf("HỘI_ĐỒNG", strings.Contains(use, "…")),
		RunE: func(cmd *cobra.Command, words []string) error {
			opts.id = words[0]
			if err := given(opts, words[1:]); err != nil {
				return err
			}
			ctx := cmd.Context()
			return opts.In(ctx, w, func(st *store.Store) error {
				s, err := opts.find(ctx, st)
				if err != nil {
					return err
				}
				by := ""
				if opts.acts {
					if by, err = opts.By(w); err != nil {
						return err
					}
				}
				return run(ctx, st, s, by)
			})
		},
	}
	opts.flags(cmd.Flags())
	return cmd
}

// firstOf lets a command be given a name, and more where it takes more.
func firstOf(name string, more bool) cobra.PositionalArgs {
	return func(cmd *cobra.Command, given []string) error {
		if more && len(given) > 0 {
			return nil
		}
		return command.Args(name)(cmd, given)
	}
}

func newList(w command.World) *cobra.Command {
	var opts ofCouncil
	cmd := &cobra.Command{
		Use: "list [tùy chọn]", Aliases: []string{"danh-sach"}, Short: "Liệt kê các hội đồng trong kho dữ liệu",
		Example: "  ntm council list", Args: command.Args(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx := cmd.Context()
			return opts.In(ctx, w, func(st *store.Store) error {
				all, err := sitting.Councils(ctx, st, opts.province)
				if err != nil {
					return err
				}
				if opts.json {
					return command.PrintJSON(w.Stdout, list.NonNil(all))
				}
				s := term.NewScreen(w.Terminal)
				before, err := sitting.DossiersBefore(ctx, st, all)
				if err != nil {
					return err
				}
				old, _, err := command.StaleAmong(ctx, w, st, new(command.Packs), before, "")
				if err != nil {
					return err
				}
				for _, c := range all {
					s.Item(0, s.Strong("%s", c.ID), fmt.Sprintf("%s (%s): xã %s năm %d; %d xã; %s",
						c.Name, sitting.SeatOf(c), c.Level.Title(), c.Year, len(c.Cases), c.Last.Kind.Word()))
				}
				s.Notes(old)
				if len(all) == 0 {
					s.Line("Chưa có hội đồng nào.")
				}
				return s.Err
			})
		},
	}
	opts.flags(cmd.Flags())
	return cmd
}

func newAttend(w command.World) *cobra.Command {
	var opts ofCouncil
	var absent string
	cmd := newSitting(w, "attend HỘI_ĐỒNG [tùy chọn]", "du-hop", "Ghi thành viên dự họp",
		"Ghi thành viên dự họp: mọi người, trừ những người vắng ghi ở --absent theo số thứ tự trong danh sách.",
		"  ntm council attend 2023-1\n  ntm council attend 2023-1 --absent 3,7",
		func(*ofCouncil, []string) error { return nil }, &opts, func(ctx context.Context, st *store.Store,
			s *sitting.Sitting, by string) error {
			var away []int
			var err error
			if absent != "" {
				if away, err = wholeNumbers(absent, len(s.Who.Members)); err != nil {
					return err
				}
			}
			if err := s.Attend(ctx, st, by, away); err != nil {
				return err
			}
			view := term.NewScreen(w.Terminal)
			view.Line("%s: có mặt %d/%d thành viên.", view.Good("Đã ghi"), len(s.Present), len(s.Who.Members))
			for i, m := range s.Who.Members {
				word := "có mặt"
				if !slices.Contains(s.Present, i) {
					word = view.Bad("vắng")
				}
				view.Line("  %2d. %s: %s", i+1, vi.Join(", ", m.Name, m.Office, m.Role.Title()), word)
			}
			mayTheySit(view, s)
			return view.Err
		})
	opts.dayFlag(cmd.Flags())
	cmd.Flags().StringVar(&absent, "absent", "", "`SỐ_THỨ_TỰ` của thành viên vắng, cách nhau bằng dấu phẩy")
	opts.actFlag(cmd.Flags())
	return cmd
}
