package candour.platform.security;

import candour.platform.Account;
import candour.platform.Account.Kind;
import candour.platform.Accounts;
import candour.platform.CurrentOfficer;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where administrators keep accounts. They give codes; they never learn a password. */
@Controller
class AccountPages {

  /** Who gets an account. */
  record NewAccount(
      @NotBlank(message = "{new-account.display-name.missing}")
          @Size(max = 200, message = "{new-account.display-name.too-long}")
          @Nullable String displayName,
      @NotNull(message = "{new-account.username.wrong}")
          @Pattern(regexp = "[a-z0-9._-]{3,60}", message = "{new-account.username.wrong}")
          @Nullable String username,
      @Size(max = 200, message = "{new-account.unit.too-long}") @Nullable String unit,
      @NotNull(message = "{new-account.kind.missing}") @Nullable Kind kind,
      @Nullable Set<Role> roles) {

    String where() {
      return unit == null ? "" : unit.strip();
    }

    Set<Role> chosen() {
      return roles == null ? Set.of() : roles;
    }
  }

  /** What an officer may do. */
  record NewRoles(@Nullable Set<Role> roles) {}

  private final Accounts accounts;

  AccountPages(Accounts accounts) {
    this.accounts = accounts;
  }

  @ModelAttribute("roles")
  Role[] roles() {
    return Role.values();
  }

  @GetMapping("/staff/accounts")
  String all(Model model) {
    model.addAttribute("accounts", accounts.all());
    return "platform/accounts";
  }

  @GetMapping("/staff/accounts/new")
  String ask(Model model) {
    model.addAttribute(new NewAccount(null, null, null, null, null));
    return "platform/new-account";
  }

  @PostMapping("/staff/accounts/new")
  String create(@Valid NewAccount wanted, BindingResult errors) {
    if (!errors.hasErrors() && wanted.kind() == Kind.OFFICER && wanted.chosen().isEmpty()) {
      errors.rejectValue("roles", "new-account.roles.missing");
    }
    if (errors.hasErrors()) {
      return "platform/new-account";
    }
    try {
      return "redirect:/staff/accounts/" + create(wanted);
    } catch (Refusal refusal) {
      var field = refusal.rule().equals("username-taken") ? "username" : "roles";
      errors.rejectValue(field, "refusal." + refusal.rule());
      return "platform/new-account";
    }
  }

  private UUID create(NewAccount wanted) {
    var username = String.valueOf(wanted.username());
    var name = String.valueOf(wanted.displayName());
    return switch (wanted.kind()) {
      case OFFICER -> accounts.createOfficer(username, name, wanted.where(), wanted.chosen());
      case COMMITTEE -> accounts.createCommitteeMember(username, name);
      case null -> throw new IllegalStateException("Validated before");
    };
  }

  @GetMapping("/staff/accounts/{account}")
  String one(@PathVariable UUID account, @CurrentOfficer Officer officer, Model model) {
    var it = show(account, officer, model);
    model.addAttribute(new NewRoles(it.roles()));
    return "platform/account";
  }

  @PostMapping("/staff/accounts/{account}/roles")
  String give(
      @PathVariable UUID account,
      NewRoles wanted,
      BindingResult errors,
      @CurrentOfficer Officer officer,
      Model model) {
    show(account, officer, model);
    var roles = wanted.roles() == null ? Set.<Role>of() : wanted.roles();
    if (!errors.hasErrors()) {
      try {
        accounts.setRoles(account, roles);
        return "redirect:/staff/accounts/" + account;
      } catch (Refusal refusal) {
        errors.rejectValue("roles", "refusal." + refusal.rule());
      }
    }
    return "platform/account";
  }

  private Account show(UUID account, Officer officer, Model model) {
    var it = accounts.get(account);
    model.addAttribute("account", it);
    model.addAttribute("own", account.equals(officer.id()));
    return it;
  }

  @PostMapping("/staff/accounts/{account}/disable")
  String disable(@PathVariable UUID account) {
    accounts.disable(account);
    return "redirect:/staff/accounts/" + account;
  }

  @PostMapping("/staff/accounts/{account}/enable")
  String enable(@PathVariable UUID account) {
    accounts.enable(account);
    return "redirect:/staff/accounts/" + account;
  }

  /** Shown in the answer itself, since it is kept nowhere; sent again, it gives another. */
  @PostMapping("/staff/accounts/{account}/code")
  String code(@PathVariable UUID account, Model model) {
    model.addAttribute("account", accounts.get(account));
    model.addAttribute("code", accounts.enrolmentCode(account));
    return "platform/account-code";
  }
}
