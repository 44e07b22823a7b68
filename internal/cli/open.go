package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"

	"ntm/criteria"
	"ntm/internal/cli/command"
	"ntm/internal/office/sitting"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/term"
	"ntm/internal/vi"
	"ntm/internal/web"
	"ntm/internal/web/door"
	"ntm/internal/web/hall"
	"ntm/internal/web/page"
	"ntm/internal/wordpapers"

	"github.com/spf13/cobra"
)

type openOptions struct {
	command.Packs
	command.Stored
	command.Acting
	noBrowser bool
	board     string
}

func newOpen(w World) *cobra.Command {
	var opts openOptions
	cmd := &cobra.Command{
		Use:     "open [tùy chọn]",
		Aliases: []string{"mo"},
		Short:   "Mở bàn làm việc trong trình duyệt của máy này",
		Long: `Mở bàn làm việc trong trình duyệt của chính máy này, không cần mạng: nhập số liệu của xã,
xem ngay kết quả từng chỉ tiêu, trên cùng kho dữ liệu với các lệnh khác. Nhấp đúp vào
chương trình cũng mở như vậy. Ô nào trang báo đã lưu là đã nằm trong kho.

Dòng đầu tiên in ra là địa chỉ vào, mở được một lần, chỉ từ máy này. Chạy lại lệnh khi bàn
làm việc đang mở thì mở thêm một thẻ của chính nó. Dừng bằng nút Kết thúc trên trang hoặc
Ctrl+C; tám giờ không ai dùng thì tự dừng. Chưa có kho dữ liệu thì lệnh này lập kho.`,
		Example: `  ntm open
  ntm open --db xa.db --as "Nguyễn Văn A"
  ntm open --board 2023-1`,
		Args: command.Args(),
		RunE: func(cmd *cobra.Command, _ []string) error { return opts.run(cmd.Context(), w) },
	}
	f := cmd.Flags()
	f.StringVar(&opts.board, "board", "",
		"mở bảng của `HỘI_ĐỒNG` để chiếu cho cả hội đồng xem, chuyển xã bằng phím mũi tên")
	f.BoolVar(&opts.noBrowser, "no-browser", false, "chỉ in địa chỉ, không mở trình duyệt")
	opts.CriteriaFlag(f)
	opts.AsFlag(f)
	opts.StoreFlag(f)
	return cmd
}

func (o *openOptions) run(ctx context.Context, w World) error {
	at, err := o.Path(w)
	if err != nil {
		return err
	}
	by, err := o.By(w)
	if err != nil {
		return err
	}
	to := web.DeskPage
	if o.board != "" {
		to = hall.BoardPage(vi.NFC(o.board))
	}
	claim, address, err := door.Take(ctx, w.Cache, at, to)
	if err != nil {
		return err
	}
	if address != "" { // it is open already
		return o.show(w, claim, address, func() (string, error) { return claim.Again(ctx, to) })
	}
	defer claim.Release()
	return o.work(ctx, w, claim, at, by, to)
}

// work keeps the window of a store until it ends.
func (o *openOptions) work(ctx context.Context, w World, claim *door.Claim, at, by, to string) error {
	tuneWindow()
	lib, err := o.Load(w)
	if err != nil {
		return err
	}
	templates, err := wordpapers.ReadTemplates(lib, templateFolders(&o.Packs, w)...)
	if err != nil {
		return err
	}
	return o.Making(ctx, w, func(st *store.Store) error {
		if o.board != "" {
			if _, err := sitting.Find(ctx, st, "", vi.NFC(o.board)); err != nil {
				return err
			}
		}
		beside := command.BesideAt(w, at)
		window, err := web.Open(page.Desk{Store: st, Library: lib, Version: w.Version, Now: w.Now, By: by,
			Templates: templates, Evidence: beside.Evidence, Decisions: beside.Decisions, Criteria: o.Home(w),
			Load: func(empty bool) (*criteria.Library, error) { return o.WithFolder(w, empty) }}, claim)
		if err != nil {
			return err
		}
		return o.serve(ctx, w, claim, window, to)
	})
}

// serve answers at the window's address, which is shown once it does.
func (o *openOptions) serve(ctx context.Context, w World, claim *door.Claim, window *web.Window, to string) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	served := make(chan error, 1)
	go func() { served <- window.Serve(ctx) }()
	if err := o.show(w, claim, window.Address(to), func() (string, error) {
		return window.Address(to), nil
	}); err != nil {
		cancel()
		return errors.Join(err, <-served)
	}
	if w.Interactive {
		term.NewScreen(term.Terminal{Stdout: w.Stderr, Width: w.Width}).Line("Bàn làm việc đang chạy. Dừng bằng " +
			"nút Kết thúc trên trang, hoặc nhấn Ctrl+C ở đây.")
	}
	return <-served
}

// show prints an address, and has the browser open another: each leads in once. Where there
// is no browser, the address that was printed is enough.
func (o *openOptions) show(w World, c *door.Claim, address string, another func() (string, error)) error {
	if _, err := fmt.Fprintln(w.Stdout, address); err != nil {
		return err
	}
	if o.noBrowser || w.Browse == nil {
		return nil
	}
	address, err := another()
	if err == nil {
		address, err = c.EntryFile(address)
	}
	if err == nil && address != "" && w.Browse(address) == nil {
		return nil
	}
	s := term.NewScreen(term.Terminal{Stdout: w.Stderr, Width: w.Width})
	s.Line("Không mở được trình duyệt: chép địa chỉ trên vào trình duyệt của máy này.")
	return s.Err
}

// double is what a double-click does: it opens the window, and where that fails the console
// waits to be read. Where there is no console, as on a desktop of Linux, the browser shows why.
func double(ctx context.Context, w World) error {
	err := new(openOptions).run(ctx, w)
	if err == nil {
		return nil
	}
	term.Tell(w.Stderr, err)
	switch {
	case w.Interactive:
		newScreen(w).Line("Nhấn Enter để đóng cửa sổ này.")
		_, _ = bufio.NewReader(w.Stdin).ReadString('\n') // closing is all that is left to do
	case ctx.Err() == nil && w.Browse != nil:
		trouble(w, err)
	}
	return command.ErrToldFailed
}

// trouble has the browser show why no window opened. Where that fails too nobody can be told.
func trouble(w World, err error) {
	var lines []string
	for _, p := range problem.Of(err) {
		lines = append(lines, vi.Capital(p.Error()))
		if p.Hint != "" {
			lines = append(lines, "Cách sửa: "+p.Hint+".")
		}
	}
	lines = append(lines, "Sửa xong, nhấp đúp vào chương trình để mở lại.")
	if file, err := door.TroubleFile(w.Cache, "Chưa mở được bàn làm việc", lines); err == nil {
		_ = w.Browse(file)
	}
}
