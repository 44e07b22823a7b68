package office

import (
	"context"
	"fmt"
	"slices"

	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
)

// StreamWords says how a province's way between two servers is, and what to do where it is not
// well.
func StreamWords(s *store.Stream) string {
	heard := ""
	if s.Heard != nil {
		heard = fmt.Sprintf(", tin gần nhất lúc %s ngày %s", s.Heard.Format("15:04:05"), vi.Date(*s.Heard))
	}
	kept := fmt.Sprintf("máy chủ này đang giữ %s MB nhật ký", vi.Count(int((s.Kept+1<<20-1)>>20)))
	switch s.State {
	case store.Flowing:
		if s.Out {
			return s.Name + ": đang gửi đi"
		}
		return s.Name + ": đang nhận" + heard
	case store.Copying:
		return s.Name + ": đang chép lần đầu, chưa đủ dữ liệu"
	case store.Off:
		return s.Name + ": đã tắt, không nhận gì thêm; chạy lại ntm store init --subscribe để nhận tiếp"
	case store.Clashing:
		return s.Name + ": đã dừng, dữ liệu nhận về không ghi vào được (thường vì kho này đã có dòng trùng khóa); " +
			"tên bảng và khóa nằm trong nhật ký của máy chủ này; xóa dòng thừa ở đây thì máy chủ tự nhận tiếp"
	case store.CutOff:
		return s.Name + ": không nối được tới kho phát hành" + heard + "; nối lại được thì tự nhận tiếp"
	case store.Unfetched:
		return s.Name + ": không ai đang nhận, " + kept + " cho đến khi nơi nhận nối lại"
	}
	return s.Name + ": máy chủ này đã bỏ phần nhật ký chưa gửi; nơi nhận phải lập kho mới và nhận lại từ đầu"
}

// Late tells of what a store follows and does not have whole: what is counted there may be too
// little.
func Late(ctx context.Context, st *store.Store) (problem.List, error) {
	found, err := st.Streams(ctx)
	if err != nil {
		return nil, err
	}
	found = slices.DeleteFunc(found, func(s store.Stream) bool { return s.Out || s.State == store.Flowing })
	var out problem.List
	for i := range found {
		out = append(out, problem.Problem{Message: "dữ liệu nhận từ máy chủ khác có thể chưa đủ: " +
			StreamWords(&found[i]), Hint: "xem bằng ntm doctor; đợi nhận đủ rồi lập lại báo cáo",
			Page: problem.Press("bấm Kiểm tra kho ở trang Kho dữ liệu; đợi nhận đủ rồi lập lại báo cáo")})
	}
	return out, nil
}
