package merger

import (
	"slices"

	"ntm/criteria"
	"ntm/internal/commune"
)

// Why figures of one kind do not add up, as the reader is told.
const (
	ofTheLowerSex = "các xã báo cáo số của giới có tỷ lệ thấp hơn, có thể khác giới: cộng riêng số nam, số nữ " +
		"rồi báo cáo số của giới thấp hơn"
	ofTheCommune = "tổ chức của các xã hợp nhất theo xã mới, không cộng được: báo cáo theo tổ chức của xã mới"
)

// unsound tells of figures whose unit adds up why they do not.
var unsound = map[string]string{
	commune.SecurityFigure:              "công an xác nhận cho xã mới",
	commune.SmartFigure:                 "thôn của xã mới cần được xác nhận lại theo quy định của tỉnh",
	commune.FieldsFigure:                "lĩnh vực nổi trội phải xét trên toàn xã mới theo quy định của tỉnh",
	"organisations_rated_well_rate":     ofTheCommune,
	"organisations_rated_fair_rate":     ofTheCommune,
	"lower_secondary_continuing_rate":   ofTheLowerSex,
	"trained_labour_rate":               ofTheLowerSex,
	"certified_labour_rate":             ofTheLowerSex,
	"health_insurance_rate":             ofTheLowerSex,
	"health_managed_rate":               ofTheLowerSex,
	"telehealth_users_rate":             ofTheLowerSex,
	"ecommerce_product_rate":            "một sản phẩm chủ lực có thể là của nhiều xã: đếm lại trên toàn xã mới",
	"income_multiple_since_recognition": "tính lại từ thu nhập bình quân của xã mới",
}

// additive is the units whose counts in two places are together the count in
// both.
var additive = []string{
	"km", "ha", "tấn", "hộ", "người", "hồ sơ", "trẻ em", "học sinh", "thuê bao", "trường", "thôn", "nhà",
	"công trình", "bãi",
	"cơ sở", "hộ, cơ sở", "sản phẩm", "hợp tác xã", "mô hình", "vụ", "vụ việc", "trường hợp", "triệu đồng",
	"m2", "lao động", "tuyến đường", "câu lạc bộ", "tổ hợp tác", "tổ", "doanh nghiệp", "chuỗi liên kết", "làng nghề",
	"bác sĩ", "giường", "khu", "vườn",
}

// whyNot tells why the figure of the new commune is not the sum of its parts',
// or "" where it is: a rate by its two counts, any other by its values.
func whyNot(f *criteria.Figure) string {
	if reason := unsound[f.ID]; reason != "" {
		return reason
	}
	switch f.Unit {
	case "điểm":
		return "điểm phải chấm lại trên toàn xã mới"
	case criteria.Declared:
		return "đạt hay chưa đạt phải xem xét lại trên toàn xã mới"
	case criteria.Grade, "mức độ":
		return "xếp loại, mức độ phải xét lại trên toàn xã mới"
	case "triệu đồng/người/năm":
		return "thu nhập bình quân không cộng được khi chưa có dân số từng xã; theo kết quả điều tra của cơ quan " +
			"thống kê"
	case "m2/người", "lít/người/ngày đêm":
		return "số bình quân đầu người không cộng được khi chưa có dân số từng xã"
	}
	counted := string(f.Unit)
	if f.Unit == criteria.Percent {
		counted = f.CountedIn
	}
	if !slices.Contains(additive, counted) {
		return "không phải số đếm cộng được giữa các xã"
	}
	return ""
}
