#include "database.hpp"

#include <hello_dl/data/error.hpp>

#include <algorithm>
#include <fstream>
#include <limits>

namespace samples {
namespace {

constexpr const char* tables = R"(
CREATE TABLE IF NOT EXISTS runs (id INTEGER PRIMARY KEY, begun TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP);
CREATE TABLE IF NOT EXISTS options (run INTEGER NOT NULL REFERENCES runs, name TEXT NOT NULL, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS measurements (
  run INTEGER NOT NULL REFERENCES runs, step INTEGER NOT NULL, name TEXT NOT NULL, value REAL, UNIQUE (run, step, name));
)";

[[noreturn]] void refuse(const std::string& file, sqlite3* opened) {
  throw hello_dl::data_error{file, "a SQLite data base of trainings", sqlite3_errmsg(opened)};
}

/// SQL with places for values. The file is for sentences.
class statement {
 public:
  statement(const std::string& file, sqlite3* opened, const char* sql) : file_{file}, opened_{opened} {
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(opened, sql, -1, &prepared, nullptr) != SQLITE_OK) refuse(file, opened);
    prepared_.reset(prepared);
  }

  /// Runs it with these values, which must outlive the call; true if there is a row to read.
  bool operator()(const auto&... values) {
    sqlite3_reset(prepared_.get());
    int place = 0;
    (bind(++place, values), ...);
    return next();
  }
  bool next() {
    const int result = sqlite3_step(prepared_.get());
    if (result != SQLITE_ROW && result != SQLITE_DONE) refuse(file_, opened_);
    return result == SQLITE_ROW;
  }

  std::string text(int column) const {
    const unsigned char* letters = sqlite3_column_text(prepared_.get(), column);
    return letters ? reinterpret_cast<const char*>(letters) : "";
  }
  /// NaN if there is none.
  double number(int column) const {
    const bool none = sqlite3_column_type(prepared_.get(), column) == SQLITE_NULL;
    return none ? std::numeric_limits<double>::quiet_NaN() : sqlite3_column_double(prepared_.get(), column);
  }

 private:
  void bind(int place, std::int64_t value) { sqlite3_bind_int64(prepared_.get(), place, value); }
  void bind(int place, double value) { sqlite3_bind_double(prepared_.get(), place, value); }  // of NaN SQLite makes NULL
  void bind(int place, const std::string& value) { sqlite3_bind_text(prepared_.get(), place, value.c_str(), -1, SQLITE_STATIC); }

  struct closer {
    void operator()(sqlite3_stmt* prepared) const { sqlite3_finalize(prepared); }
  };
  const std::string& file_;
  sqlite3* opened_;
  std::unique_ptr<sqlite3_stmt, closer> prepared_;
};

auto open(const std::string& file, int flags) {
  sqlite3* opened = nullptr;
  const int result = sqlite3_open_v2(file.c_str(), &opened, flags, nullptr);
  std::unique_ptr<sqlite3, decltype(&sqlite3_close_v2)> owner{opened, sqlite3_close_v2};
  if (!opened) throw std::bad_alloc{};
  if (result != SQLITE_OK) refuse(file, opened);
  sqlite3_busy_timeout(opened, 10'000);
  return owner;
}

}  // namespace

database::database(const std::string& file, const std::map<std::string, std::string>& options)
    : file_{file}, opened_{open(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE).release()} {
  run("BEGIN IMMEDIATE");
  run(tables);
  run("SELECT id, begun, options.name, options.value, step, measurements.value FROM runs, options, measurements LIMIT 0");
  run("INSERT INTO runs DEFAULT VALUES");
  number_ = sqlite3_last_insert_rowid(opened_.get());
  statement add_option{file_, opened_.get(), "INSERT INTO options (run, name, value) VALUES (?, ?, ?)"};
  for (const auto& [name, value] : options) add_option(number_, name, value);
  run("COMMIT");
}

void database::run(const char* sql) {
  if (sqlite3_exec(opened_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) refuse(file_, opened_.get());
}

void database::add(const table& log) {
  run("BEGIN IMMEDIATE");
  statement add_number{file_, opened_.get(), "INSERT OR REPLACE INTO measurements (run, step, name, value) VALUES (?, ?, ?, ?)"};
  for (std::size_t row = rows_ - std::min<std::size_t>(rows_, 1); row < log.rows.size(); ++row)
    for (std::size_t i = 1; i < log.columns.size(); ++i)
      add_number(number_, static_cast<std::int64_t>(log.rows[row][0]), log.columns[i], log.rows[row][i]);
  run("COMMIT");
  rows_ = log.rows.size();
}

bool is_database(const std::string& file) {
  constexpr std::string_view begin = "SQLite format 3";
  std::string found(begin.size(), ' ');
  return std::ifstream{file, std::ios::binary}.read(found.data(), static_cast<long>(found.size())) && found == begin;
}

table read_last_run(const std::string& file) {
  const auto opened = open(file, SQLITE_OPEN_READONLY);
  statement{file, opened.get(), "BEGIN"}();
  statement names{file, opened.get(),
                  "SELECT name FROM measurements WHERE run = (SELECT max(id) FROM runs) GROUP BY name ORDER BY min(rowid)"};
  table log{{"step"}, {}};
  for (bool more = names(); more; more = names.next()) log.columns.push_back(names.text(0));
  statement numbers{file, opened.get(), "SELECT step, name, value FROM measurements WHERE run = (SELECT max(id) FROM runs) ORDER BY step"};
  for (bool more = numbers(); more; more = numbers.next()) {
    if (log.rows.empty() || log.rows.back()[0] != numbers.number(0)) {
      log.rows.emplace_back(log.columns.size(), std::numeric_limits<double>::quiet_NaN());
      log.rows.back()[0] = numbers.number(0);
    }
    log.rows.back()[static_cast<std::size_t>(std::ranges::find(log.columns, numbers.text(1)) - log.columns.begin())] = numbers.number(2);
  }
  if (log.rows.empty()) throw hello_dl::data_error{file, "a run with numbers", "none"};
  return log;
}

}  // namespace samples
