#include "table.hpp"

#include <hello_dl/data/byte_source.hpp>
#include <hello_dl/data/error.hpp>

#include <cmath>
#include <fstream>
#include <limits>

#include "common/numbers.hpp"

namespace samples {
namespace {

using hello_dl::data_error, hello_dl::detail::in_quotes;

std::string text_of(double number) { return std::isnan(number) ? "" : exact(number); }

std::vector<std::string> fields_of(std::string line) {
  if (!line.empty() && line.back() == '\r') line.pop_back();
  std::vector<std::string> fields(1);
  for (const char letter : line)
    if (letter == ',') fields.emplace_back();
    else fields.back() += letter;
  return fields;
}

double number_of(const std::string& file, std::size_t line, const std::string& field) {
  if (field.empty()) return std::numeric_limits<double>::quiet_NaN();
  double number = 0;
  if (!read_number(field, number))
    throw data_error{file, "numbers in line " + std::to_string(line), in_quotes(field)};
  return number;
}

/// Of the first column, which counts them.
void require_steps_upwards(const std::string& file, const table& log, std::size_t line) {
  const double step = log.rows.back()[0], before = log.rows.size() > 1 ? log.rows[log.rows.size() - 2][0] : -1;
  if (!(step > before && std::isfinite(step)))
    throw data_error{file, "a step above " + text_of(before) + " first in line " + std::to_string(line), in_quotes(text_of(step))};
}

}  // namespace

std::vector<double> table::column(std::size_t number) const {
  std::vector<double> numbers;
  for (const auto& row : rows) numbers.push_back(row[number]);
  return numbers;
}

std::string to_csv(const table& log) {
  std::string text;
  for (std::size_t i = 0; i < log.columns.size(); ++i) text += (i ? "," : "") + log.columns[i];
  for (const auto& row : log.rows) {
    text += '\n';
    for (std::size_t i = 0; i < row.size(); ++i) text += (i ? "," : "") + text_of(row[i]);
  }
  return text + '\n';
}

table read_csv(const std::string& file) {
  hello_dl::detail::require_regular_file(file);
  std::ifstream stream{file};
  table log;
  std::size_t number = 0;
  for (std::string line; std::getline(stream, line);) {
    const std::vector<std::string> fields = fields_of(line);
    if (++number == 1) {
      log.columns = fields;
      continue;
    }
    if (fields.size() != log.columns.size())
      throw data_error{file, std::to_string(log.columns.size()) + " numbers in line " + std::to_string(number), std::to_string(fields.size())};
    log.rows.emplace_back();
    for (const std::string& field : fields) log.rows.back().push_back(number_of(file, number, field));
    require_steps_upwards(file, log, number);
  }
  if (log.rows.empty()) throw data_error{file, "a line of names and lines of numbers", "no numbers"};
  return log;
}

}  // namespace samples
