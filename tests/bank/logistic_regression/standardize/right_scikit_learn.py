from sklearn.preprocessing import StandardScaler


def standardize(train, test):
    scaler = StandardScaler().fit(train)
    return scaler.transform(train), (np.asarray(test, dtype=float) - scaler.mean_) / scaler.scale_
