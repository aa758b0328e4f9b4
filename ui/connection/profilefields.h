// SPDX-License-Identifier: MIT
#pragma once

#include "connection/profileinput.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;

namespace tokenry
{

class DefaultExpiryChooser;
class FieldMessage;

/// The fields for a profile's name and addresses. Cleans up what is pasted, fills one field from another, and
/// says at the field what is wrong once the person has left it. What a product does not have is hidden.
class ProfileFields : public QWidget
{
    Q_OBJECT

public:
    explicit ProfileFields(QWidget *parent = nullptr);

    /// A row below the others; \a field is in it, level with the label.
    void addRow(const QString &label, QWidget *field, QWidget *row);
    [[nodiscard]] ProfileInput input() const;
    void setInput(const ProfileInput &input);
    void showFaults(const ProfileFaults &faults);
    /// From now on every fault shows, and the first faulty field has the focus.
    void insistOn(const ProfileFaults &faults);

Q_SIGNALS:
    void edited();

private:
    struct Field
    {
        QLineEdit *edit = nullptr;
        FieldMessage *note = nullptr;
        bool touched = false;
    };

    [[nodiscard]] Field addField(const QString &label, const QString &placeholder);
    void addAuthorityField();
    void chooseAuthority();
    void chooseProduct();
    void showProduct();
    [[nodiscard]] QWidgetList rowOf(const Field &field) const;
    void watch(Field &field);
    void takePasted(const Field &field, const QString &text);
    void suggestClusterUrl();
    [[nodiscard]] std::array<std::pair<Field *, QString>, 6> withFaults(const ProfileFaults &faults);

    QGridLayout *m_form;
    Field m_name;
    QComboBox *m_environment;
    QComboBox *m_product;
    QCheckBox *m_pathIds;
    /// What the check box stands for.
    QString m_pathAccount;
    QString m_pathCluster;
    Field m_managementUrl;
    Field m_accountId;
    Field m_clusterId;
    Field m_clusterUrl;
    Field m_authority;
    DefaultExpiryChooser *m_defaultExpiry;
    /// What was filled in for the cluster URL by itself, so that it may follow cluster ID and management URL.
    QString m_suggested;
    bool m_severalClusters = false;
    bool m_severalAccounts = false;
};

} // namespace tokenry
