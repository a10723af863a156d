package isms

import (
	"maps"
	"slices"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/message"
)

// Role identifies a role of the ISMS (domain §2.1).
type Role string

// The roles that ismslint knows.
const (
	President       Role = "president"
	Manager         Role = "isms-manager"
	Committee       Role = "isms-committee"
	Secretariat     Role = "isms-secretariat"
	ChiefAuditor    Role = "chief-auditor"
	InternalAuditor Role = "internal-auditor"
	SystemManager   Role = "system-manager"
	DepartmentHead  Role = "department-head"
	RiskOwner       Role = "risk-owner"
	Implementer     Role = "implementer"
	Employee        Role = "employee"
)

// RoleInfo describes a role.
type RoleInfo struct {
	Role Role
	Name message.Text
	// Aliases are further names that texts use, in either language.
	Aliases []string
	// AppointedBy is the role that appoints; "" when nobody does.
	AppointedBy Role
	// Single marks a role held by exactly one person on every day, Required
	// one that must be held by someone (ROL-001).
	Single, Required bool
	// Assigned marks a role that [[roles]] entries hold. The others
	// (implementer, employee) are named case by case.
	Assigned bool
}

// builtinRoles returns the roles in the order of domain §2.1.
func builtinRoles() []RoleInfo {
	name := func(ja, en string) message.Text { return message.Text{JA: ja, EN: en} }
	return []RoleInfo{
		{Role: President, Name: name("社長", "President"), Single: true, Required: true, Assigned: true,
			Aliases: []string{"代表取締役社長", "代表取締役", "最高責任者", "最高経営責任者", "トップマネジメント", "経営者", "経営層", "経営陣", "CEO", "top management", "chief executive officer", "managing director"}},
		{Role: Manager, Name: name("ISMS管理責任者", "ISMS manager"), AppointedBy: President, Single: true, Required: true, Assigned: true,
			Aliases: []string{"情報セキュリティ管理責任者", "情報セキュリティ責任者", "管理責任者", "最高情報セキュリティ責任者", "CISO", "information security manager", "chief information security officer"}},
		{Role: Committee, Name: name("ISMS推進委員会", "ISMS committee"), AppointedBy: Manager, Required: true, Assigned: true,
			Aliases: []string{"情報セキュリティ推進委員会", "情報セキュリティ委員会", "ISMS委員会", "推進委員会", "委員会", "ISMS推進委員", "推進委員", "委員", "information security committee", "committee"}},
		{Role: Secretariat, Name: name("ISMS事務局", "ISMS secretariat"), AppointedBy: Manager, Required: true, Assigned: true,
			Aliases: []string{"情報セキュリティ事務局", "事務局", "管理部門", "ISMS事務局員", "事務局員", "information security secretariat", "secretariat"}},
		{Role: ChiefAuditor, Name: name("内部監査責任者", "Chief internal auditor"), AppointedBy: President, Single: true, Required: true, Assigned: true,
			Aliases: []string{"ISMS内部監査責任者", "監査責任者", "chief auditor", "head of internal audit"}},
		{Role: InternalAuditor, Name: name("内部監査員", "Internal auditor"), AppointedBy: ChiefAuditor, Assigned: true,
			Aliases: []string{"監査員", "監査チームリーダー", "監査チームメンバー", "主任監査員", "audit team leader", "lead auditor", "auditor"}},
		{Role: SystemManager, Name: name("システム管理責任者", "System manager"), AppointedBy: Manager, Assigned: true,
			Aliases: []string{"情報システム管理責任者", "システム責任者", "情報システム責任者", "information system manager", "it manager"}},
		{Role: DepartmentHead, Name: name("部門長", "Department head"), Assigned: true,
			Aliases: []string{"各部門長", "部長", "部門責任者", "所属長", "上長", "department manager", "head of department"}},
		{Role: RiskOwner, Name: name("リスク所有者", "Risk owner"), Assigned: true,
			Aliases: []string{"リスクオーナー"}},
		{Role: Implementer, Name: name("実施責任者", "Implementer"),
			Aliases: []string{"対策実施責任者", "person responsible for implementation"}},
		{Role: Employee, Name: name("従業員", "Employee"),
			Aliases: []string{"従業者", "社員", "全従業員", "全社員", "役職員", "employees", "staff"}},
	}
}

// Roles are the roles known to one organisation.
type Roles struct {
	infos  []RoleInfo
	byID   map[Role]int
	byName map[string]Role
}

func newRoles(names map[string][]string) *Roles {
	r := &Roles{infos: builtinRoles(), byID: map[Role]int{}, byName: map[string]Role{}}
	for i, info := range r.infos {
		r.byID[info.Role] = i
	}
	for _, id := range slices.Sorted(maps.Keys(names)) {
		extra := names[id]
		i, ok := r.byID[Role(id)]
		if !ok {
			i = len(r.infos)
			r.byID[Role(id)] = i
			name := message.Same(id)
			if len(extra) > 0 {
				name.JA = extra[0]
			}
			r.infos = append(r.infos, RoleInfo{Role: Role(id), Name: name, Assigned: true})
		}
		r.infos[i].Aliases = append(r.infos[i].Aliases, extra...)
	}
	for _, info := range r.infos {
		r.byName[fold.Key(info.Name.JA)] = info.Role
		r.byName[fold.Key(info.Name.EN)] = info.Role
		r.byName[fold.Key(string(info.Role))] = info.Role
		for _, a := range info.Aliases {
			r.byName[fold.Key(a)] = info.Role
		}
	}
	return r
}

// All returns the roles, the built-in ones first. The caller must not change it.
func (r *Roles) All() []RoleInfo { return r.infos }

// Info returns the description of a role.
func (r *Roles) Info(role Role) (RoleInfo, bool) {
	i, ok := r.byID[role]
	if !ok {
		return RoleInfo{Role: role, Name: message.Same(string(role))}, false
	}
	return r.infos[i], true
}

// Name returns the name of a role for messages.
func (r *Roles) Name(role Role) message.Text {
	info, _ := r.Info(role)
	return info.Name
}

// ByName resolves a name or id as written in a text.
func (r *Roles) ByName(name string) (Role, bool) {
	role, ok := r.byName[fold.Key(name)]
	return role, ok
}
